"use client";

import { brand } from "@neothink/brand/current";
import { Field } from "@neothink/ui/field";
import { RadioCard, RadioCards } from "@neothink/ui/radio-cards";
import { Textarea } from "@neothink/ui/textarea";
import type { ReactElement } from "react";
import { useState } from "react";
import { StepFrame } from "./step-frame.tsx";
import type { StepProps } from "./use-step.ts";
import { useStep } from "./use-step.ts";

/** Neothinkers: a first thought exercise, chosen and done. */
export function ExercisesStep({ data, onBack, onDone }: StepProps): ReactElement {
  const { fields, problem, pending, touch, save } = useStep();
  const { exercises } = data.options;
  const kept = data.ownStep?.step === "exercises" ? data.ownStep : null;
  const [exercise, setExercise] = useState(kept?.exercise ?? exercises[0]?.key ?? "");
  const [answer, setAnswer] = useState(kept?.answer ?? "");
  const chosen = exercises.find(({ key }) => key === exercise);
  return (
    <StepFrame
      title={brand.onboardingStep.title}
      lead="Thinking is learnt by thinking. Choose one exercise and give it five minutes; nobody else reads your answer."
      problem={Object.keys(fields).length > 0 ? null : problem}
      pending={pending}
      onBack={onBack}
      onSubmit={async () => {
        if (await save({ step: "exercises", exercise, answer })) {
          onDone();
        }
      }}
    >
      <RadioCards aria-label="Exercise" value={exercise} onValueChange={setExercise}>
        {exercises.map(({ key, title, text }) => (
          <RadioCard key={key} value={key} title={title} description={text} />
        ))}
      </RadioCards>
      <Field
        label={chosen?.details[0] ?? "Your answer"}
        required
        error={fields.answer}
        hint="A few sentences. You can go on with it later."
      >
        <Textarea
          value={answer}
          maxLength={2000}
          rows={6}
          onChange={(event) => {
            touch("answer");
            setAnswer(event.target.value);
          }}
        />
      </Field>
    </StepFrame>
  );
}
