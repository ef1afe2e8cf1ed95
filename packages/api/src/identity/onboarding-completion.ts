import type { Platform } from "@neothink/brand/platforms";
import type { TokenType } from "@neothink/brand/tokens";
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
import { awardAction } from "../tokens/award.ts";
import { nextStep, progressOf } from "./onboarding-steps.ts";

/** What the end of an onboarding gave. */
export interface Completion {
  /** True the first time; a repeated call changes nothing. */
  completedNow: boolean;
  /** Platforms that it opened. */
  opened: string[];
  /** Names of the achievements that it gave. */
  achievements: string[];
  /** What it paid. */
  rewards: CompletionReward[];
}

/** One award of an onboarding's end. */
export interface CompletionReward {
  label: string;
  token: TokenType;
  /** Decimal amount of tokens. */
  total: string;
  /** The wallet's entry that explains it; null when nothing was paid. */
  entryId: string | null;
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
      return { completedNow: false, opened: [], achievements: [], rewards: [] };
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
    const rewards = await payFor(system, userId, platform);
    return { completedNow: true, opened, achievements, rewards };
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

async function payFor(db: Db, userId: string, platform: Platform): Promise<CompletionReward[]> {
  const rewards: CompletionReward[] = [];
  for (const action of ["assessment", "onboarding"]) {
    const award = await awardAction(db, {
      memberId: userId,
      platform: platform.slug,
      action,
      key: `${action}:${platform.slug}:${userId}`,
      entity: { type: "user", id: userId },
    });
    if (award !== null) {
      const { label, token, total, entryId } = award;
      rewards.push({ label, token, total, entryId });
    }
  }
  return rewards;
}
