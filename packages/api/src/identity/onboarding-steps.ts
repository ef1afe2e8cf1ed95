import type { Platform } from "@neothink/brand/platforms";
import type { OnboardingStep } from "./onboarding.schema.ts";
import { OnboardingStep as StepSchema } from "./onboarding.schema.ts";

/** The five steps of an app, in their order. */
export function stepsOf(platform: Platform): OnboardingStep[] {
  return ["welcome", "profile", "assessment", platform.onboardingStep.key, "community"];
}

/** Where an onboarding stands. */
export type OnboardingStatus = "new" | "running" | "skipped" | "complete";

/** The progress of one app's onboarding, for steppers and reminders. */
export interface OnboardingProgress {
  status: OnboardingStatus;
  steps: OnboardingStep[];
  completed: OnboardingStep[];
  /** The step to show when the member comes back. */
  current: OnboardingStep;
}

interface Row {
  current_step: string;
  completed_steps: readonly string[];
  skipped_at: Date | null;
  completed_at: Date | null;
}

/** Reads a stored row against the app's steps; steps of another app's row are left out. */
export function progressOf(platform: Platform, row: Row | undefined): OnboardingProgress {
  const steps = stepsOf(platform);
  if (row === undefined) {
    return { status: "new", steps, completed: [], current: "welcome" };
  }
  const completed = steps.filter((step) => row.completed_steps.includes(step));
  const stored = StepSchema.safeParse(row.current_step);
  const current =
    stored.success && steps.includes(stored.data) ? stored.data : nextStep(steps, completed);
  return { status: statusOf(row), steps, completed, current };
}

function statusOf(row: Row): OnboardingStatus {
  if (row.completed_at !== null) {
    return "complete";
  }
  return row.skipped_at === null ? "running" : "skipped";
}

/** The first step that is not done, or the last one when all are. */
export function nextStep(
  steps: readonly OnboardingStep[],
  completed: readonly OnboardingStep[],
): OnboardingStep {
  return steps.find((step) => !completed.includes(step)) ?? "community";
}

/** The step after this one, or this one when it is the last. */
export function stepAfter(steps: readonly OnboardingStep[], step: OnboardingStep): OnboardingStep {
  return steps[steps.indexOf(step) + 1] ?? step;
}
