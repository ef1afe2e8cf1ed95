import type { SettingsRow } from "@neothink/db/tokens/settings";
import { z } from "zod";
import { Amount, type RewardFigures, Tier } from "./reward.schema.ts";

const count = z.number().int().nonnegative();
const figure = z.union([z.number().nonnegative().transform(String), Amount]);

const TierFactors = z.record(Tier, figure);

/** How many actions are paid a day: a default, and exceptions by `TOKEN:action`. */
export const RewardLimits = z.object({
  default: count,
  pairs: z.record(z.string(), count).default({}),
});
export type RewardLimits = z.infer<typeof RewardLimits>;

/**
 * The figures of a platform as the reward function reads them.
 * @throws ZodError when an operator left something in the table that is no figure.
 */
export function figuresOf(row: SettingsRow): RewardFigures {
  return {
    baseReward: row.baseReward,
    collabBonus: row.collabBonus,
    streakBonus: row.streakBonus,
    streakCap: row.streakCap,
    diminishingThreshold: row.diminishingThreshold,
    tierFactors: TierFactors.parse(row.tierFactors),
    trialDays: row.trialDays,
    trialReward: row.trialReward,
    inactiveAfterDays: row.inactiveAfterDays,
  };
}

/** Paid actions a day for one token and action. */
export function dailyLimitOf(limits: RewardLimits, token: string, actionType: string): number {
  return limits.pairs[`${token}:${actionType}`] ?? limits.default;
}
