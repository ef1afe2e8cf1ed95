import type { Platform } from "@neothink/brand/platforms";
import { insertAudit } from "@neothink/db/core/audit";
import type { Db } from "@neothink/db/core/identity";
import { asSystem } from "@neothink/db/core/identity";
import { insertAccess } from "@neothink/db/identity/access";
import {
  findOnboardingForUpdate,
  insertAchieved,
  updateOnboardingCompleted,
  updateProfileOnboarded,
} from "@neothink/db/identity/onboarding";
import { PreconditionFailed } from "../core/errors.ts";
import { nextStep, progressOf } from "./onboarding-steps.ts";

/** What the end of an onboarding gave. */
export interface Completion {
  /** True the first time; a repeated call changes nothing. */
  completedNow: boolean;
  /** Platforms that it opened. */
  opened: string[];
  /** Names of the achievements that it gave. */
  achievements: string[];
}

/**
 * Completes the viewer's onboarding in one app: opens the app and the hub, gives the two
 * achievements and has the member rewarded. The row lock makes one of many parallel calls do it.
 * @throws PreconditionFailed while a step is missing.
 */
export async function completeOnboarding(
  db: Db,
  userId: string,
  platform: Platform,
): Promise<Completion> {
  return asSystem(db, async (system) => {
    const row = await findOnboardingForUpdate(system, userId, platform.slug);
    const progress = progressOf(platform, row);
    if (progress.status === "complete") {
      return { completedNow: false, opened: [], achievements: [] };
    }
    if (progress.completed.length < progress.steps.length) {
      const missing = nextStep(progress.steps, progress.completed);
      throw new PreconditionFailed("onboarding_unfinished", `The step “${missing}” is still open.`);
    }
    await updateOnboardingCompleted(system, userId, platform.slug);
    await updateProfileOnboarded(system, userId);
    const opened = await openPlatforms(system, userId, platform);
    const achievements = await giveAchievements(system, userId, platform);
    await insertAudit(system, {
      actorId: userId,
      action: "onboarding:complete",
      entityType: "user",
      entityId: userId,
      after: { platform: platform.slug, opened, achievements },
    });
    return { completedNow: true, opened, achievements };
  });
}

async function openPlatforms(db: Db, userId: string, platform: Platform): Promise<string[]> {
  const opened: string[] = [];
  // The hub is every member's; an app brings it along.
  for (const slug of new Set([platform.slug, "hub"])) {
    if (await insertAccess(db, { userId, platform: slug, source: "onboarding" })) {
      opened.push(slug);
    }
  }
  return opened;
}

async function giveAchievements(db: Db, userId: string, platform: Platform): Promise<string[]> {
  const given: string[] = [];
  for (const name of ["profile_complete", `${platform.assessment}_assessment_complete`]) {
    if (await insertAchieved(db, { userId, platform: platform.slug, name })) {
      given.push(name);
    }
  }
  return given;
}
