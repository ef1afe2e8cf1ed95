import type { Platform } from "@neothink/brand/platforms";
import type { Db } from "@neothink/db/core/identity";
import {
  findAssessment,
  findCommunityChoice,
  findOnboarding,
  findPlatformState,
  upsertAnswers,
  upsertAssessment,
  upsertCommunityChoice,
  upsertOnboarding,
  upsertPlatformState,
} from "@neothink/db/identity/onboarding";
import { findPlatformProfile, upsertPlatformProfile } from "@neothink/db/identity/profiles";
import type { Viewer } from "../core/context.ts";
import { Invalid } from "../core/errors.ts";
import type { Assessment, AssessmentResult } from "./assessments/assessment.ts";
import { knownAnswers, scoreAssessment, unanswered } from "./assessments/assessment.ts";
import { assessments } from "./assessments/catalog.ts";
import type { Answers, OnboardingStep, OwnStepState, StepInput } from "./onboarding.schema.ts";
import { Answers as AnswersSchema, OwnStepState as OwnStepSchema } from "./onboarding.schema.ts";
import type { OnboardingProgress } from "./onboarding-steps.ts";
import { progressOf, stepAfter } from "./onboarding-steps.ts";
import type { StepOption } from "./own-steps.ts";
import { firstExercises, goalIdeas, starterProtocols } from "./own-steps.ts";
import { changeProfile, readProfile } from "./profile.ts";

const stateKey = "onboarding";

/** What the onboarding page shows: progress, and everything entered so far. */
export interface Onboarding {
  progress: OnboardingProgress;
  profile: {
    fullName: string;
    bio: string;
    interests: string[];
    timezone: string;
    valuePaths: string[];
    avatarUrl: string | null;
  };
  assessment: {
    questionnaire: Pick<Assessment, "kind" | "title" | "introduction" | "questions">;
    answers: Answers;
    /** Null until every question is answered and the step was saved. */
    result: AssessmentResult | null;
  };
  ownStep: OwnStepState | null;
  options: {
    exercises: readonly StepOption[];
    protocols: readonly StepOption[];
    goals: readonly string[];
  };
  community: { offered: readonly string[]; joined: string[] };
}

/** Reads the viewer's onboarding in one app. */
export async function readOnboarding(
  db: Db,
  viewer: Viewer,
  platform: Platform,
): Promise<Onboarding> {
  const userId = viewer.id;
  const [row, profile, own, stored, ownState, joined] = await Promise.all([
    findOnboarding(db, userId, platform.slug),
    readProfile(db, viewer),
    findPlatformProfile(db, userId, platform.slug),
    findAssessment(db, { userId, platform: platform.slug, type: platform.assessment }),
    findPlatformState(db, { userId, platform: platform.slug, key: stateKey }),
    findCommunityChoice(db, userId, platform.slug),
  ]);
  const questionnaire = assessments[platform.assessment];
  const answers = storedAnswers(questionnaire, stored?.answers);
  const finished = stored?.results !== undefined && stored.results !== null;
  return {
    progress: progressOf(platform, row),
    profile: {
      fullName: profile.fullName,
      bio: own?.bio ?? profile.bio,
      interests: own?.interests ?? [],
      timezone: profile.timezone,
      valuePaths: profile.valuePaths,
      avatarUrl: profile.avatarUrl,
    },
    assessment: {
      questionnaire: {
        kind: questionnaire.kind,
        title: questionnaire.title,
        introduction: questionnaire.introduction,
        questions: questionnaire.questions,
      },
      answers,
      // Worked out anew, so that better texts reach those who answered before.
      result:
        finished && unanswered(questionnaire, answers).length === 0
          ? scoreAssessment(questionnaire, answers)
          : null,
    },
    ownStep: OwnStepSchema.safeParse(ownState).data ?? null,
    options: { exercises: firstExercises, protocols: starterProtocols, goals: goalIdeas },
    community: { offered: platform.communityFeatures, joined },
  };
}

function storedAnswers(questionnaire: Assessment, answers: unknown): Answers {
  const parsed = AnswersSchema.safeParse(answers);
  return parsed.success ? knownAnswers(questionnaire, parsed.data) : {};
}

/**
 * Keeps what was entered at a step and moves on to the next one. Steps may be saved again, also
 * after completion; going back loses nothing.
 * @throws Invalid when the step is not one of this app, or its entries do not fit.
 */
export async function saveStep(
  db: Db,
  viewer: Viewer,
  platform: Platform,
  input: StepInput,
): Promise<OnboardingProgress> {
  const before = progressOf(platform, await findOnboarding(db, viewer.id, platform.slug));
  if (!before.steps.includes(input.step)) {
    throw new Invalid("not_a_step", "This step belongs to another app.");
  }
  await keepEntries(db, viewer, platform, input);
  await upsertOnboarding(db, viewer.id, {
    platform: platform.slug,
    current_step: stepAfter(before.steps, input.step),
    completed_steps: before.steps.filter(
      (step) => step === input.step || before.completed.includes(step),
    ),
    skipped_at: null,
  });
  return progressOf(platform, await findOnboarding(db, viewer.id, platform.slug));
}

async function keepEntries(
  db: Db,
  viewer: Viewer,
  platform: Platform,
  input: StepInput,
): Promise<void> {
  const userId = viewer.id;
  switch (input.step) {
    case "welcome":
      return changeProfile(db, userId, { valuePaths: input.valuePaths });
    case "profile": {
      const { fullName, bio, timezone } = input;
      await changeProfile(db, userId, { fullName, bio, timezone });
      return upsertPlatformProfile(db, userId, platform.slug, {
        display_name: null,
        bio: bio === "" ? null : bio,
        interests: [...new Set(input.interests)],
        expertise: [],
      });
    }
    case "assessment":
      return finishAssessment(db, userId, platform, input.answers);
    case "community":
      return joinTools(db, userId, platform, input.features);
    case "exercises":
      return keepOwnStep(db, userId, platform, input, known(firstExercises, input.exercise));
    case "protocol":
      return keepOwnStep(db, userId, platform, input, known(starterProtocols, input.protocol));
    case "platforms":
    case "goals":
      return keepOwnStep(db, userId, platform, input, true);
  }
}

function known(options: readonly StepOption[], key: string): boolean {
  return options.some((option) => option.key === key);
}

async function keepOwnStep(
  db: Db,
  userId: string,
  platform: Platform,
  state: OwnStepState,
  offered: boolean,
): Promise<void> {
  if (!offered) {
    throw new Invalid("not_offered", "Please choose one of the offered entries.");
  }
  await upsertPlatformState(db, { userId, platform: platform.slug, key: stateKey }, state);
}

async function finishAssessment(
  db: Db,
  userId: string,
  platform: Platform,
  given: Answers,
): Promise<void> {
  const questionnaire = assessments[platform.assessment];
  const answers = knownAnswers(questionnaire, given);
  const missing = unanswered(questionnaire, answers);
  if (missing.length > 0) {
    const fields = Object.fromEntries(missing.map((key) => [key, ["Please choose an answer."]]));
    throw new Invalid("unanswered", "Please answer every statement.", fields);
  }
  const { scores, overall, portrait } = scoreAssessment(questionnaire, answers);
  await upsertAssessment(
    db,
    { userId, platform: platform.slug, type: questionnaire.kind },
    { answers, results: { scores, overall, portrait: portrait.name } },
  );
}

async function joinTools(
  db: Db,
  userId: string,
  platform: Platform,
  features: readonly string[],
): Promise<void> {
  const chosen = platform.communityFeatures.filter((feature) => features.includes(feature));
  await upsertCommunityChoice(db, userId, platform.slug, chosen);
}

/** Keeps answers while the questionnaire is still open, so that another device goes on from there. */
export async function keepAnswers(
  db: Db,
  userId: string,
  platform: Platform,
  given: Answers,
): Promise<void> {
  const answers = knownAnswers(assessments[platform.assessment], given);
  const key = { userId, platform: platform.slug, type: platform.assessment };
  await upsertAnswers(db, key, answers);
}

/** Remembers which step is open, without completing anything. */
export async function openStep(
  db: Db,
  userId: string,
  platform: Platform,
  step: OnboardingStep,
): Promise<void> {
  const before = progressOf(platform, await findOnboarding(db, userId, platform.slug));
  if (before.status === "complete" || !before.steps.includes(step)) {
    return;
  }
  await upsertOnboarding(db, userId, {
    platform: platform.slug,
    current_step: step,
    completed_steps: before.completed,
    skipped_at: null,
  });
}

/** Puts the onboarding aside; the app reminds of it, and it goes on where it was. */
export async function skipOnboarding(db: Db, userId: string, platform: Platform): Promise<void> {
  const before = progressOf(platform, await findOnboarding(db, userId, platform.slug));
  if (before.status === "complete") {
    return;
  }
  await upsertOnboarding(db, userId, {
    platform: platform.slug,
    current_step: before.current,
    completed_steps: before.completed,
    skipped_at: new Date(),
  });
}
