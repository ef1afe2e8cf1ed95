import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { JsonValue } from "../core/tables.ts";

/** Figures of the token economy of one platform; decimals as text. */
export interface SettingsRow {
  readonly site: string;
  readonly baseReward: string;
  readonly collabBonus: string;
  readonly streakBonus: string;
  readonly streakCap: string;
  readonly diminishingThreshold: string;
  readonly conversionRates: JsonValue;
  readonly defaultToken: string;
  readonly tierFactors: JsonValue;
  readonly rewardLimits: JsonValue;
  readonly trialDays: number;
  readonly trialReward: string;
  readonly inactiveAfterDays: number;
  readonly weeklyFreezeDays: number;
  readonly referralMinActions: number;
  readonly referralMinDays: number;
  readonly tipDailyLimit: string;
  readonly tipDailyCount: number;
}

/** One rewarded action of a platform. */
export interface WeightRow {
  readonly actionType: string;
  readonly label: string;
  readonly weight: string;
  readonly points: number;
  readonly eventType: string;
  readonly active: boolean;
}

/** The figures of a platform; undefined when it has none. */
export async function findSettings(db: Db, site: string): Promise<SettingsRow | undefined> {
  return db
    .selectFrom("site_settings")
    .select([
      "site",
      "base_reward as baseReward",
      "collab_bonus as collabBonus",
      "streak_bonus as streakBonus",
      "streak_cap as streakCap",
      "diminishing_threshold as diminishingThreshold",
      "conversion_rates as conversionRates",
      "default_token as defaultToken",
      "tier_factors as tierFactors",
      "reward_limits as rewardLimits",
      "trial_days as trialDays",
      "trial_reward as trialReward",
      "inactive_after_days as inactiveAfterDays",
      "weekly_freeze_days as weeklyFreezeDays",
      "referral_min_actions as referralMinActions",
      "referral_min_days as referralMinDays",
      "tip_daily_limit as tipDailyLimit",
      "tip_daily_count as tipDailyCount",
    ])
    .where("site", "=", site)
    .executeTakeFirst();
}

const weightColumns = [
  "action_type as actionType",
  "label",
  // Without the padding zeros of the column, as people write it.
  sql<string>`trim_scale(weight)::text`.as("weight"),
  "points",
  "event_type as eventType",
  "is_active as active",
] as const;

/** The rewarded actions of a platform, the best paid first. */
export async function listWeights(db: Db, site: string): Promise<WeightRow[]> {
  return db
    .selectFrom("action_weights")
    .select(weightColumns)
    .where("site", "=", site)
    .where("is_active", "=", true)
    .orderBy("weight", "desc")
    .orderBy("action_type")
    .execute();
}

/** One rewarded action of a platform; undefined when the platform does not know it. */
export async function findWeight(
  db: Db,
  site: string,
  actionType: string,
): Promise<WeightRow | undefined> {
  return db
    .selectFrom("action_weights")
    .select(weightColumns)
    .where("site", "=", site)
    .where("action_type", "=", actionType)
    .executeTakeFirst();
}
