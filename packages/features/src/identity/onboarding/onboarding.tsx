"use client";

import type { OnboardingStep } from "@neothink/api/identity/onboarding.schema";
import type { Completion } from "@neothink/api/identity/onboarding-completion";
import { brand } from "@neothink/brand/current";
import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import type { Step } from "@neothink/ui/stepper";
import { Stepper } from "@neothink/ui/stepper";
import { toastError } from "@neothink/ui/toast";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useState } from "react";
import { apiFailure } from "../../shell/api-error.ts";
import { useTRPC } from "../../shell/trpc-client.tsx";
import { AssessmentStep } from "./assessment-step.tsx";
import { CommunityStep } from "./community-step.tsx";
import { Finished } from "./finished.tsx";
import { OwnStep } from "./own-step.tsx";
import { ProfileStep } from "./profile-step.tsx";
import { WelcomeStep } from "./welcome-step.tsx";

const titles: Readonly<Record<OnboardingStep, string>> = {
  welcome: "Welcome",
  profile: "You",
  assessment: "Assessment",
  platforms: brand.onboardingStep.title,
  goals: brand.onboardingStep.title,
  exercises: brand.onboardingStep.title,
  protocol: brand.onboardingStep.title,
  community: "Community",
};

/** The first steps of an app: one at a time, kept as they are done, left and found again. */
export function Onboarding({
  zones,
  inviteClosed,
}: {
  zones: readonly string[];
  inviteClosed: boolean;
}): ReactElement {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.identity.onboarding.get.queryOptions());
  const { steps, completed } = data.progress;
  const [step, setStep] = useState<OnboardingStep>(data.progress.current);
  const [completion, setCompletion] = useState<Completion | null>(null);
  const open = useMutation(trpc.identity.onboarding.open.mutationOptions());
  const skip = useMutation(
    trpc.identity.onboarding.skip.mutationOptions({
      // A full load, so that the frame of the members' pages knows of it.
      onSuccess: () => window.location.assign("/home"),
      onError: (error) => toastError(apiFailure(error).message),
    }),
  );

  if (completion !== null) {
    return <Finished completion={completion} />;
  }

  function show(to: OnboardingStep): void {
    setStep(to);
    window.scrollTo({ top: 0 });
  }
  function goBack(to: OnboardingStep): void {
    show(to);
    open.mutate({ step: to });
  }
  const at = steps.indexOf(step);
  const before = steps[at - 1];
  const after = steps[at + 1];
  const shared = {
    data,
    onBack: before === undefined ? undefined : () => goBack(before),
    // Saving a step has moved the server on to the next one.
    onDone: () => after !== undefined && show(after),
  };
  const marks: Step[] = steps.map((key) => ({
    key,
    title: titles[key],
    state: stateOf(key, step, completed),
  }));
  return (
    <div className="grid gap-10">
      <Stepper label={`First steps in ${brand.name}`} steps={marks} />
      {inviteClosed && step === "welcome" ? (
        <Alert tone="warning">
          Your invitation code could not be used: it is unknown, used up or has run out. Your
          account is open all the same.
        </Alert>
      ) : null}
      {step === "welcome" ? <WelcomeStep {...shared} /> : null}
      {step === "profile" ? <ProfileStep {...shared} zones={zones} /> : null}
      {step === "assessment" ? <AssessmentStep {...shared} /> : null}
      {step === brand.onboardingStep.key ? <OwnStep {...shared} /> : null}
      {step === "community" ? <CommunityStep {...shared} onCompleted={setCompletion} /> : null}
      <p className="border-t pt-6 text-sm text-muted-foreground">
        No time now?{" "}
        <Button
          variant="link"
          aria-disabled={skip.isPending || undefined}
          onClick={() => skip.isPending || skip.mutate()}
        >
          Finish later
        </Button>{" "}
        What you entered is kept, on every device.
      </p>
    </div>
  );
}

function stateOf(
  key: OnboardingStep,
  current: OnboardingStep,
  completed: readonly OnboardingStep[],
): Step["state"] {
  if (key === current) {
    return "current";
  }
  return completed.includes(key) ? "done" : "ahead";
}
