import { type TokenType, tokenTypes } from "@neothink/brand/tokens";
import { amount } from "./amount.ts";
import { streakFibonacci } from "./fibonacci.ts";
import { type RewardFigures, type RewardInput, type Tier, tiers } from "./reward.schema.ts";
import { computeReward, standingOf } from "./reward.ts";

/** Millionths of a token: whole numbers, so that sums stay exact up to nine billion tokens. */
export const unitsPerToken = 1_000_000;

/** What an award comes to, in millionths. */
export interface PaidUnits {
  readonly total: number;
  readonly base: number;
  readonly collaboration: number;
  readonly streak: number;
}

export const standings = ["trial", "inactive", "active"] as const;

/**
 * Everything of an award that its rules look at. Balances, days and counts only matter by the side of
 * a threshold on which they lie, so all inputs of one class pay the same.
 */
export interface RewardClass {
  readonly token: TokenType;
  readonly action: RewardInput["action"];
  readonly tier: Tier;
  readonly standing: (typeof standings)[number];
  /** The balance is above the threshold of diminishing returns. */
  readonly above: boolean;
  readonly collaborative: boolean;
  readonly streakDays: number;
  readonly streakBonusDue: boolean;
  /** The daily limit is used up. */
  readonly limited: boolean;
}

/** The class that an input belongs to. */
export function classOf(input: RewardInput): RewardClass {
  return {
    token: input.token,
    action: input.action,
    tier: input.tier,
    standing: standingOf(input),
    above: amount(input.balance).greaterThan(input.figures.diminishingThreshold),
    collaborative: input.collaborative,
    streakDays: input.streakDays,
    streakBonusDue: input.streakBonusDue,
    limited: input.paidToday >= input.dailyLimit,
  };
}

/** Gives what a class pays. */
export type PayClass = (kind: RewardClass) => PaidUnits;

/**
 * The reward function under fixed figures, remembered by class: the same `computeReward`, called once
 * for each class that comes up. Makes runs of millions of awards a matter of seconds.
 */
export function rewardClasses(figures: RewardFigures): PayClass {
  const longest = longestTellingStreak(figures.streakCap);
  const actions = new Map<RewardInput["action"], number>();
  const known = new Map<number, PaidUnits>();
  return (kind) => {
    let place = actions.get(kind.action);
    if (place === undefined) {
      place = actions.size;
      actions.set(kind.action, place);
    }
    const days = Math.min(kind.streakDays, longest);
    let key = place * 4 + tokenTypes.indexOf(kind.token);
    key = key * 3 + tiers.indexOf(kind.tier);
    key = key * 3 + standings.indexOf(kind.standing);
    key = key * (longest + 1) + days;
    key = key * 2 + Number(kind.above);
    key = key * 2 + Number(kind.collaborative);
    key = key * 2 + Number(kind.streakBonusDue);
    key = key * 2 + Number(kind.limited);
    let paid = known.get(key);
    if (!paid) {
      paid = compute(kind, days, figures);
      known.set(key, paid);
    }
    return paid;
  };
}

/** The streak from which on the capped Fibonacci number no longer grows. */
function longestTellingStreak(cap: string): number {
  let days = 1;
  while (amount(streakFibonacci(days, cap)).lessThan(cap)) {
    days += 1;
  }
  return days;
}

function compute(kind: RewardClass, streakDays: number, figures: RewardFigures): PaidUnits {
  const { diminishingThreshold, trialDays, inactiveAfterDays } = figures;
  const reward = computeReward({
    token: kind.token,
    action: kind.action,
    figures,
    balance: kind.above ? amount(diminishingThreshold).plus(1).toFixed() : "0",
    tier: kind.tier,
    accountDays: kind.standing === "trial" ? 0 : trialDays,
    idleDays: kind.standing === "inactive" ? inactiveAfterDays + 1 : 0,
    collaborative: kind.collaborative,
    streakDays,
    streakBonusDue: kind.streakBonusDue,
    paidToday: kind.limited ? 1 : 0,
    dailyLimit: 1,
  });
  const { base, collaboration, streak } = reward.parts;
  return {
    total: toMillionths(reward.total),
    base: toMillionths(base),
    collaboration: toMillionths(collaboration),
    streak: toMillionths(streak),
  };
}

/** A ledger amount as a whole number of millionths. */
export function toMillionths(value: string): number {
  return amount(value).times(unitsPerToken).toNumber();
}

/** Millionths as plain text in tokens. */
export function fromMillionths(units: number | bigint): string {
  return amount(String(units)).dividedBy(unitsPerToken).toFixed();
}
