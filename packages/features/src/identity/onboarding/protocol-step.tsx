"use client";

import { brand } from "@neothink/brand/current";
import { RadioCard, RadioCards } from "@neothink/ui/radio-cards";
import type { ReactElement } from "react";
import { useState } from "react";
import { StepFrame } from "./step-frame.tsx";
import type { StepProps } from "./use-step.ts";
import { useStep } from "./use-step.ts";

const times = [
  { key: "morning", title: "In the morning" },
  { key: "midday", title: "Around midday" },
  { key: "evening", title: "In the evening" },
] as const;

type Time = (typeof times)[number]["key"];

/** Immortals: a first daily practice and its time of day. */
export function ProtocolStep({ data, onBack, onDone }: StepProps): ReactElement {
  const { problem, pending, save } = useStep();
  const { protocols } = data.options;
  const kept = data.ownStep?.step === "protocol" ? data.ownStep : null;
  const [protocol, setProtocol] = useState(kept?.protocol ?? protocols[0]?.key ?? "");
  const [time, setTime] = useState<Time>(kept?.time ?? "morning");
  return (
    <StepFrame
      title={brand.onboardingStep.title}
      lead="Small things, every day, outlast great resolutions. Choose one practice for the coming weeks. It is a habit, and no medical advice."
      problem={problem}
      pending={pending}
      onBack={onBack}
      onSubmit={async () => {
        if (await save({ step: "protocol", protocol, time })) {
          onDone();
        }
      }}
    >
      <RadioCards aria-label="Practice" value={protocol} onValueChange={setProtocol}>
        {protocols.map(({ key, title, text, details }) => (
          <RadioCard
            key={key}
            value={key}
            title={title}
            description={`${text} ${details.join(". ")}.`}
          />
        ))}
      </RadioCards>
      <fieldset>
        <legend className="mb-3 text-sm font-medium">When will you do it?</legend>
        <RadioCards
          aria-label="Time of day"
          value={time}
          onValueChange={(value) => setTime(times.find(({ key }) => key === value)?.key ?? time)}
          className="sm:grid-cols-3"
        >
          {times.map(({ key, title }) => (
            <RadioCard key={key} value={key} title={title} />
          ))}
        </RadioCards>
      </fieldset>
    </StepFrame>
  );
}
