import { z } from "zod";
import { memberProcedure, router } from "../core/trpc.ts";
import { Answers, OnboardingStep, StepInput } from "./onboarding.schema.ts";
import type { Onboarding } from "./onboarding.ts";
import { keepAnswers, openStep, readOnboarding, saveStep, skipOnboarding } from "./onboarding.ts";
import type { Completion } from "./onboarding-completion.ts";
import { completeOnboarding } from "./onboarding-completion.ts";
import type { OnboardingProgress } from "./onboarding-steps.ts";

export const onboardingRouter = router({
  get: memberProcedure.query(
    ({ ctx }): Promise<Onboarding> => readOnboarding(ctx.db, ctx.viewer, ctx.brand),
  ),
  saveStep: memberProcedure
    .input(StepInput)
    .mutation(
      ({ ctx, input }): Promise<OnboardingProgress> =>
        saveStep(ctx.db, ctx.viewer, ctx.brand, input),
    ),
  /** Keeps answers of the open questionnaire. */
  keepAnswers: memberProcedure
    .input(z.object({ answers: Answers }))
    .mutation(
      ({ ctx, input }): Promise<void> =>
        keepAnswers(ctx.db, ctx.viewer.id, ctx.brand, input.answers),
    ),
  /** Remembers which step is open. */
  open: memberProcedure
    .input(z.object({ step: OnboardingStep }))
    .mutation(
      ({ ctx, input }): Promise<void> => openStep(ctx.db, ctx.viewer.id, ctx.brand, input.step),
    ),
  skip: memberProcedure.mutation(
    ({ ctx }): Promise<void> => skipOnboarding(ctx.db, ctx.viewer.id, ctx.brand),
  ),
  complete: memberProcedure.mutation(
    ({ ctx }): Promise<Completion> => completeOnboarding(ctx.db, ctx.viewer.id, ctx.brand),
  ),
});
