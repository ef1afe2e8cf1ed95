"use client";

import type { Completion } from "@neothink/api/identity/onboarding-completion";
import { brand } from "@neothink/brand/current";
import { CheckboxCard } from "@neothink/ui/checkbox-cards";
import { useMutation } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useState } from "react";
import { apiFailure } from "../../shell/api-error.ts";
import { useTRPC } from "../../shell/trpc-client.tsx";
import { communityTools } from "./community-tools.ts";
import { StepFrame } from "./step-frame.tsx";
import type { StepProps } from "./use-step.ts";
import { useStep } from "./use-step.ts";

/** The last step: which parts of the community to join. Saving it completes the onboarding. */
export function CommunityStep({
  data,
  onBack,
  onCompleted,
}: StepProps & { onCompleted: (completion: Completion) => void }): ReactElement {
  const trpc = useTRPC();
  const { problem, pending, save } = useStep();
  const { offered, joined } = data.community;
  const [chosen, setChosen] = useState<readonly string[]>(joined);
  const complete = useMutation(trpc.identity.onboarding.complete.mutationOptions());
  const failure = complete.error === null ? null : apiFailure(complete.error).message;
  return (
    <StepFrame
      title="Join in"
      lead={`The ${brand.members} meet every ${brand.meetingDay}, and in between in these ways. Choose what interests you; you can change it whenever you like.`}
      problem={problem ?? failure}
      pending={pending || complete.isPending}
      next={`Enter ${brand.name}`}
      onBack={onBack}
      onSubmit={async () => {
        if (await save({ step: "community", features: [...chosen] })) {
          complete.mutate(undefined, { onSuccess: onCompleted });
        }
      }}
    >
      <fieldset className="grid gap-3">
        <legend className="sr-only">Parts of the community</legend>
        {offered.map((feature) => (
          <CheckboxCard
            key={feature}
            title={communityTools[feature]?.title ?? feature}
            description={communityTools[feature]?.text}
            checked={chosen.includes(feature)}
            onCheckedChange={(on) =>
              setChosen(
                on === true ? [...chosen, feature] : chosen.filter((value) => value !== feature),
              )
            }
          />
        ))}
      </fieldset>
    </StepFrame>
  );
}
