"use client";

import { brand } from "@neothink/brand/current";
import type { PlatformSlug } from "@neothink/brand/platforms";
import { platformSlugs, platforms } from "@neothink/brand/platforms";
import { CheckboxCard } from "@neothink/ui/checkbox-cards";
import type { ReactElement } from "react";
import { useState } from "react";
import { StepFrame } from "./step-frame.tsx";
import type { StepProps } from "./use-step.ts";
import { useStep } from "./use-step.ts";

const communities = platformSlugs.filter((slug) => platforms[slug].personaFlag !== null);

/** Hub: the communities that a newcomer wants to be part of. */
export function PlatformsStep({ data, onBack, onDone }: StepProps): ReactElement {
  const { problem, pending, save } = useStep();
  const kept = data.ownStep?.step === "platforms" ? data.ownStep.platforms : [];
  const [chosen, setChosen] = useState<readonly PlatformSlug[]>(kept);
  return (
    <StepFrame
      title={brand.onboardingStep.title}
      lead="Each community has a home of its own, with its people, its token and its weekly meeting. Your account opens all of them; choose where you want to begin."
      problem={problem}
      pending={pending}
      onBack={onBack}
      onSubmit={async () => {
        if (await save({ step: "platforms", platforms: [...chosen] })) {
          onDone();
        }
      }}
    >
      <fieldset className="grid gap-3">
        <legend className="sr-only">Communities</legend>
        {communities.map((slug) => {
          const { name, tagline, holds } = platforms[slug];
          return (
            <CheckboxCard
              key={slug}
              title={`${name}. ${tagline}`}
              description={holds.join(" · ")}
              checked={chosen.includes(slug)}
              onCheckedChange={(on) =>
                setChosen(
                  on === true ? [...chosen, slug] : chosen.filter((value) => value !== slug),
                )
              }
            />
          );
        })}
      </fieldset>
    </StepFrame>
  );
}
