"use client";

import type { Answers } from "@neothink/api/identity/onboarding.schema";
import { Button } from "@neothink/ui/button";
import { Progress } from "@neothink/ui/progress";
import { useMutation } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useRef, useState } from "react";
import { useTRPC } from "../../shell/trpc-client.tsx";
import { AssessmentPicture } from "./assessment-picture.tsx";
import { Statement } from "./statement.tsx";
import { StepFrame } from "./step-frame.tsx";
import type { StepProps } from "./use-step.ts";
import { useStep } from "./use-step.ts";

// Answers travel once the hand rests, not with every press.
const restMilliseconds = 800;

/** The questionnaire, then its picture. Answers are kept as they are given. */
export function AssessmentStep({ data, onBack, onDone }: StepProps): ReactElement {
  const trpc = useTRPC();
  const { questionnaire, result } = data.assessment;
  const { fields, problem, pending, touch, save } = useStep();
  const [answers, setAnswers] = useState<Answers>(data.assessment.answers);
  const [asking, setAsking] = useState(result === null);
  const keep = useMutation(trpc.identity.onboarding.keepAnswers.mutationOptions());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function answer(key: string, value: number): void {
    const changed = { ...answers, [key]: value };
    setAnswers(changed);
    touch(key);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => keep.mutate({ answers: changed }), restMilliseconds);
  }

  if (!asking && result !== null) {
    return (
      <StepFrame
        title={result.portrait.name}
        lead={result.portrait.text}
        problem={null}
        pending={false}
        onBack={onBack}
        onSubmit={onDone}
      >
        <AssessmentPicture result={result} />
        <Button variant="link" className="justify-self-start" onClick={() => setAsking(true)}>
          Change my answers
        </Button>
      </StepFrame>
    );
  }
  const given = questionnaire.questions.filter(({ key }) => answers[key] !== undefined).length;
  const total = questionnaire.questions.length;
  return (
    <StepFrame
      title={questionnaire.title}
      lead={questionnaire.introduction}
      problem={problem}
      pending={pending}
      next="Show me the picture"
      onBack={onBack}
      onSubmit={async () => {
        clearTimeout(timer.current);
        if (await save({ step: "assessment", answers })) {
          setAsking(false);
          window.scrollTo({ top: 0 });
        }
      }}
    >
      <div className="grid gap-2">
        <Progress value={given} max={total} label="Statements answered" />
        <p className="text-sm text-muted-foreground">
          {given} of {total} answered
        </p>
      </div>
      <ol className="grid gap-9">
        {questionnaire.questions.map(({ key, text }) => (
          <li key={key}>
            <Statement
              name={key}
              text={text}
              value={answers[key]}
              error={fields[key]}
              onAnswer={(value) => answer(key, value)}
            />
          </li>
        ))}
      </ol>
    </StepFrame>
  );
}
