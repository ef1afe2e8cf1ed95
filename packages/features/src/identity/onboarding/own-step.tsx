"use client";

import { brand } from "@neothink/brand/current";
import type { ReactElement } from "react";
import { ExercisesStep } from "./exercises-step.tsx";
import { GoalsStep } from "./goals-step.tsx";
import { PlatformsStep } from "./platforms-step.tsx";
import { ProtocolStep } from "./protocol-step.tsx";
import type { StepProps } from "./use-step.ts";

const views = {
  platforms: PlatformsStep,
  goals: GoalsStep,
  exercises: ExercisesStep,
  protocol: ProtocolStep,
};

/** The step that only this app has. */
export function OwnStep(props: StepProps): ReactElement {
  const View = views[brand.onboardingStep.key];
  return <View {...props} />;
}
