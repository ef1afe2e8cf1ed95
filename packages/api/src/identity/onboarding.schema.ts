import { z } from "zod";
import { FullName, profileLimits, Timezone } from "./profile.schema.ts";

/** Steps that all apps share; the middle one is the app's own. */
export const sharedSteps = ["welcome", "profile", "assessment", "community"] as const;
export const ownSteps = ["platforms", "goals", "exercises", "protocol"] as const;

export const OnboardingStep = z.enum([...sharedSteps, ...ownSteps]);
export type OnboardingStep = z.infer<typeof OnboardingStep>;

const text = (most: number) =>
  z.string().trim().max(most, `Please keep this within ${most} characters.`);
const slug = z.enum(["hub", "ascenders", "neothinkers", "immortals"]);
const key = z.string().regex(/^[a-z][a-z0-9_]{1,40}$/);

/** Answers so far: question to a value from 1 (not at all) to 5 (completely). */
export const Answers = z.record(key, z.int().min(1).max(5));
export type Answers = z.infer<typeof Answers>;

export const WelcomeStep = z.object({
  step: z.literal("welcome"),
  valuePaths: z
    .array(z.enum(["prosperity", "happiness", "longevity"]))
    .min(1, "Please choose at least one path.")
    .max(3),
});

export const ProfileStep = z.object({
  step: z.literal("profile"),
  fullName: FullName,
  bio: text(profileLimits.bio),
  interests: z.array(text(40).min(1)).max(12, "Twelve topics are enough for now."),
  timezone: Timezone,
});

export const AssessmentStep = z.object({ step: z.literal("assessment"), answers: Answers });

export const PlatformsStep = z.object({
  step: z.literal("platforms"),
  platforms: z.array(slug).min(1, "Please choose at least one community.").max(4),
});

export const GoalsStep = z.object({
  step: z.literal("goals"),
  goals: z
    .array(
      z.object({
        title: text(120).min(3, "Please name the goal in a few words."),
        by: z.iso.date("Please choose a date."),
      }),
    )
    .min(1, "Please write down at least one goal.")
    .max(3, "Three goals are enough to begin with."),
});

export const ExercisesStep = z.object({
  step: z.literal("exercises"),
  exercise: key,
  answer: text(2000).min(20, "Please write a sentence or two."),
});

export const ProtocolStep = z.object({
  step: z.literal("protocol"),
  protocol: key,
  time: z.enum(["morning", "midday", "evening"]),
});

export const CommunityStep = z.object({
  step: z.literal("community"),
  features: z.array(key).max(12),
});

/** What a member enters at one step. */
export const StepInput = z.discriminatedUnion("step", [
  WelcomeStep,
  ProfileStep,
  AssessmentStep,
  PlatformsStep,
  GoalsStep,
  ExercisesStep,
  ProtocolStep,
  CommunityStep,
]);
export type StepInput = z.infer<typeof StepInput>;

/** What an app's own step remembers; each part is there once its step was saved. */
export const OwnStepState = z.discriminatedUnion("step", [
  PlatformsStep,
  GoalsStep,
  ExercisesStep,
  ProtocolStep,
]);
export type OwnStepState = z.infer<typeof OwnStepState>;
