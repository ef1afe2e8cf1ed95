"use client";

import { brand } from "@neothink/brand/current";
import type { ValuePath } from "@neothink/brand/platforms";
import { CheckboxCard } from "@neothink/ui/checkbox-cards";
import type { ReactElement } from "react";
import { useState } from "react";
import { StepFrame } from "./step-frame.tsx";
import type { StepProps } from "./use-step.ts";
import { useStep } from "./use-step.ts";

const paths: readonly { key: ValuePath; title: string; text: string }[] = [
  { key: "prosperity", title: "Prosperity", text: "Create value, build a business, gain freedom." },
  { key: "happiness", title: "Happiness", text: "Think clearly, love well, live in integrity." },
  { key: "longevity", title: "Longevity", text: "Keep your strength, and have many good years." },
];

/** What this place is, and which paths the newcomer is here for. */
export function WelcomeStep({ data, onBack, onDone }: StepProps): ReactElement {
  const { problem, pending, save } = useStep();
  const kept = data.profile.valuePaths.flatMap((value) => paths.filter(({ key }) => key === value));
  const [chosen, setChosen] = useState<readonly ValuePath[]>(
    kept.length > 0 ? kept.map(({ key }) => key) : brand.valuePaths,
  );
  const first = data.profile.fullName.split(" ")[0] ?? "";
  return (
    <StepFrame
      title={first === "" ? `Welcome to ${brand.name}` : `Welcome, ${first}`}
      lead={`${brand.description} Five short steps and you are in; they take about five minutes.`}
      problem={problem}
      pending={pending}
      onBack={onBack}
      onSubmit={async () => {
        if (await save({ step: "welcome", valuePaths: [...chosen] })) {
          onDone();
        }
      }}
    >
      <fieldset className="grid gap-3">
        <legend className="mb-3 text-sm font-medium">What are you here for?</legend>
        {paths.map(({ key, title, text }) => (
          <CheckboxCard
            key={key}
            title={title}
            description={text}
            checked={chosen.includes(key)}
            onCheckedChange={(on) =>
              setChosen(on === true ? [...chosen, key] : chosen.filter((value) => value !== key))
            }
          />
        ))}
      </fieldset>
    </StepFrame>
  );
}
