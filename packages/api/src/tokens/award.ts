import type { PlatformSlug } from "@neothink/brand/platforms";
import { isTokenType, type TokenType } from "@neothink/brand/tokens";
import type { Db } from "@neothink/db/core/identity";
import { asSystem, inTransaction } from "@neothink/db/core/identity";
import { lockMembers } from "@neothink/db/tokens/accounts";
import {
  type ActionRow,
  countPaid,
  findActionByKey,
  insertAction,
  updateRewardProcessed,
} from "@neothink/db/tokens/actions";
import { listBalances } from "@neothink/db/tokens/balances";
import { insertActionContributions } from "@neothink/db/tokens/challenges";
import { listActionEntries } from "@neothink/db/tokens/entries";
import { findOpenHold, insertActionHold } from "@neothink/db/tokens/holds";
import { insertParticipation } from "@neothink/db/tokens/reasons";
import {
  findSettings,
  findWeight,
  type SettingsRow,
  type WeightRow,
} from "@neothink/db/tokens/settings";
import { findStanding, type StandingRow } from "@neothink/db/tokens/standing";
import {
  findStreak,
  insertSkippedDays,
  type StreakRow,
  upsertStreak,
} from "@neothink/db/tokens/streaks";
import { NotFound, PreconditionFailed } from "../core/errors.ts";
import { amount } from "./amount.ts";
import { enterParts } from "./award-entries.ts";
import { grantEarned } from "./earning.ts";
import { dailyLimitOf, figuresOf, RewardLimits } from "./figures.ts";
import { experience, participationPoints } from "./points.ts";
import { settleReferral } from "./referral.ts";
import { Formula, type Reward, type RewardInput, Tier } from "./reward.schema.ts";
import { computeReward } from "./reward.ts";
import { advanceStreak, localDate, newStreak, type SkippedDay, skippedDays } from "./streak.ts";

/** What a member did, for which the platform may pay. */
export interface AwardRequest {
  readonly memberId: string;
  readonly platform: PlatformSlug;
  /** A name from `action_weights`, such as `post`. */
  readonly action: string;
  /** The name under which it is paid once and never again, such as `post:<id>`. */
  readonly key: string;
  /** What was made, by a name from `entity_types`. */
  readonly entity?: { readonly type: string; readonly id: string } | undefined;
  /** The token that the member chose; the platform's own without one. */
  readonly token?: TokenType | null | undefined;
  /** Set when it was done with others; names the act of the team, if there was one. */
  readonly together?: { readonly groupActionId?: string | undefined } | undefined;
  /** When it was done; now unless said. */
  readonly at?: Date | undefined;
}

/** What was paid, with the reasons; for a toast and for the wallet. */
export interface Award extends Reward {
  readonly actionId: string;
  /** First ledger entry of the award; null when nothing was paid. */
  readonly entryId: string | null;
  readonly label: string;
  readonly streakDays: number;
  /** False when the action had been paid before. */
  readonly fresh: boolean;
  /** True when it waits for the review of a hold; nothing is in the ledger yet. */
  readonly held: boolean;
}

/**
 * Pays for an action, once for each key however often and however parallel it is asked for. Joins
 * the caller's transaction, so that an action and its award stand or fall together. Gives null when
 * the platform does not reward this action at present.
 * @throws NotFound when there is no such member.
 */
export async function awardAction(db: Db, request: AwardRequest): Promise<Award | null> {
  return inTransaction(db, (transaction) =>
    asSystem(transaction, async (system) => {
      // Everything that moves this member's tokens waits here, so what is read below stays true.
      await lockMembers(system, [request.memberId]);
      const known = await findActionByKey(system, request.key);
      return known ? replayed(system, known, request) : pay(system, request);
    }),
  );
}

async function replayed(db: Db, action: ActionRow, request: AwardRequest): Promise<Award> {
  if (action.userId !== request.memberId) {
    throw new PreconditionFailed("award_of_another", "This was rewarded for somebody else.");
  }
  const { input, steps } = Formula.parse(action.formula);
  const [first] = await listActionEntries(db, action.id);
  return {
    ...computeReward(input),
    steps,
    actionId: action.id,
    entryId: first?.id ?? null,
    label: input.action.label,
    streakDays: input.streakDays,
    fresh: false,
    held: action.status === "held",
  };
}

async function pay(db: Db, request: AwardRequest): Promise<Award | null> {
  const now = request.at ?? new Date();
  const facts = await gather(db, request, now);
  if (!facts) {
    return null;
  }
  const { input, streak, standing, weight, day } = facts;
  const hold = standing.held ? await findOpenHold(db, request.memberId) : undefined;
  const reward = computeReward(input);
  const paid = amount(reward.total).greaterThan(0);
  const points = participationPoints({
    actionPoints: weight.points,
    accountDays: input.accountDays,
    paid,
  });

  const action = await insertAction(db, {
    userId: request.memberId,
    platform: request.platform,
    actionType: request.action,
    role: standing.persona,
    entityType: request.entity?.type,
    entityId: request.entity?.id,
    idempotencyKey: request.key,
    tokenType: reward.token,
    amount: reward.total,
    xpEarned: experience(input.collaborative),
    formula: { input, steps: reward.steps, points } satisfies Formula,
    localDate: day,
    createdAt: request.at,
    status: hold ? "held" : "awarded",
  });
  const entryId = hold
    ? await holdBack(db, request.memberId, action.id, hold)
    : await enterParts(db, {
        memberId: request.memberId,
        persona: standing.persona,
        platform: request.platform,
        key: request.key,
        eventType: weight.eventType,
        actionId: action.id,
        reward,
        streakDays: input.streakDays,
        together: request.together,
        at: request.at,
      });
  const bonusPaid = amount(reward.parts.streak).greaterThan(0);
  await upsertStreak(db, request.memberId, {
    ...streak,
    bonusPaidDate: bonusPaid ? day : streak.bonusPaidDate,
    lastActionAt: now,
    timezone: standing.timezone,
  });
  await insertSkippedDays(db, request.memberId, facts.skipped);
  await insertParticipation(db, {
    userId: request.memberId,
    platform: request.platform,
    activityType: request.action,
    actionId: action.id,
    points: hold ? 0 : points,
  });
  if (request.entity) {
    await updateRewardProcessed(db, request.entity.type, request.entity.id);
  }
  if (!hold && paid) {
    await follow(db, request, action.id, facts.settings);
  }
  return {
    ...reward,
    actionId: action.id,
    entryId,
    label: weight.label,
    streakDays: input.streakDays,
    fresh: true,
    held: hold !== undefined,
  };
}

/** Notes that this award waits for the decision on the member's hold; nothing is entered. */
async function holdBack(
  db: Db,
  userId: string,
  actionId: string,
  hold: { readonly rule: string; readonly reason: string },
): Promise<null> {
  await insertActionHold(db, { userId, actionId, ...hold });
  return null;
}

/** What a paid action brings along: challenges, badges and achievements, and whoever invited. */
async function follow(
  db: Db,
  request: AwardRequest,
  actionId: string,
  settings: SettingsRow,
): Promise<void> {
  const { memberId, platform, action } = request;
  await insertActionContributions(db, actionId);
  await grantEarned(db, { memberId, platform, actionType: action });
  await settleReferral(db, memberId, settings, platform);
}

interface Facts {
  readonly input: RewardInput;
  readonly streak: StreakRow;
  readonly standing: StandingRow;
  readonly weight: WeightRow;
  readonly settings: SettingsRow;
  /** The member's day that the action counts for. */
  readonly day: string;
  /** Days without an action that this one bridges. */
  readonly skipped: readonly SkippedDay[];
}

async function gather(db: Db, request: AwardRequest, now: Date): Promise<Facts | null> {
  const { memberId, platform } = request;
  const weight = await findWeight(db, platform, request.action);
  const settings = await findSettings(db, platform);
  if (!weight?.active || !settings) {
    return null;
  }
  const standing = await findStanding(db, memberId);
  if (!standing) {
    throw new NotFound("member_not_found", "There is no such member.");
  }
  const token = request.token ?? tokenOf(settings.defaultToken);
  const before = await findStreak(db, memberId);
  const today = localDate(now, standing.timezone);
  const kept = [before ?? newStreak, today, settings.weeklyFreezeDays, standing.timezone] as const;
  const streak: StreakRow = {
    ...advanceStreak(...kept),
    lastActionAt: before?.lastActionAt ?? null,
    timezone: standing.timezone,
  };
  // A member who flies west stays in the day that has begun, so no day is paid twice.
  const day = streak.lastActiveDate ?? today;
  const balances = await listBalances(db, memberId);
  const which = { userId: memberId, localDate: day, tokenType: token, actionType: request.action };
  const limits = RewardLimits.parse(settings.rewardLimits);
  return {
    streak,
    standing,
    weight,
    settings,
    day,
    skipped: skippedDays(...kept),
    input: {
      token,
      action: { type: weight.actionType, label: weight.label, weight: weight.weight },
      figures: figuresOf(settings),
      balance: balances.find((row) => row.tokenType === token)?.balance ?? "0",
      tier: Tier.catch("free").parse(standing.tier),
      accountDays: wholeDays(standing.joinedAt, now),
      idleDays: before?.lastActionAt ? wholeDays(before.lastActionAt, now) : null,
      collaborative: request.together !== undefined,
      streakDays: streak.currentStreak,
      streakBonusDue: streak.bonusPaidDate === null || streak.bonusPaidDate < day,
      paidToday: await countPaid(db, which),
      dailyLimit: dailyLimitOf(limits, token, request.action),
    },
  };
}

function tokenOf(text: string): TokenType {
  return isTokenType(text) ? text : "LUCK";
}

function wholeDays(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / 86_400_000));
}
