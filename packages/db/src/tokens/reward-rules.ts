import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { JsonValue } from "../core/tables.ts";
import type { WeightRow } from "./settings.ts";

/** All actions of a platform, those that are not rewarded at present included. */
export async function listAllWeights(db: Db, site: string): Promise<WeightRow[]> {
  return db
    .selectFrom("action_weights")
    .select([
      "action_type as actionType",
      "label",
      sql<string>`trim_scale(weight)::text`.as("weight"),
      "points",
      "event_type as eventType",
      "is_active as active",
    ])
    .where("site", "=", site)
    .orderBy("action_type")
    .execute();
}

/** A text that changes whenever a figure or a weight of the platform is written. */
export async function findRulesVersion(db: Db, site: string): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select md5(concat(
      (select updated_at from site_settings where site = ${site}), '|',
      (select max(updated_at) from action_weights where site = ${site}))) as version`.execute(db);
  return rows[0]?.version ?? "";
}

/** Makes changes of a platform's rules wait in line until this transaction ends. For the service. */
export async function lockRules(db: Db, site: string): Promise<void> {
  await db
    .selectFrom("site_settings")
    .select("site")
    .where("site", "=", site)
    .forUpdate()
    .executeTakeFirst();
}

/** Figures of a platform as they are written. */
export interface SettingsChange {
  readonly site: string;
  readonly baseReward: string;
  readonly collabBonus: string;
  readonly streakBonus: string;
  readonly streakCap: string;
  readonly diminishingThreshold: string;
  readonly conversionRates: object;
  readonly defaultToken: string;
  readonly tierFactors: object;
  readonly rewardLimits: object;
  readonly trialDays: number;
  readonly trialReward: string;
  readonly inactiveAfterDays: number;
  readonly weeklyFreezeDays: number;
  readonly updatedBy: string;
}

/** Writes the figures of a platform. For the service. */
export async function updateSettings(db: Db, change: SettingsChange): Promise<void> {
  await db
    .updateTable("site_settings")
    .set({
      base_reward: change.baseReward,
      collab_bonus: change.collabBonus,
      streak_bonus: change.streakBonus,
      streak_cap: change.streakCap,
      diminishing_threshold: change.diminishingThreshold,
      conversion_rates: JSON.stringify(change.conversionRates),
      default_token: change.defaultToken,
      tier_factors: JSON.stringify(change.tierFactors),
      reward_limits: JSON.stringify(change.rewardLimits),
      trial_days: change.trialDays,
      trial_reward: change.trialReward,
      inactive_after_days: change.inactiveAfterDays,
      weekly_freeze_days: change.weeklyFreezeDays,
      updated_by: change.updatedBy,
    })
    .where("site", "=", change.site)
    .execute();
}

/** Writes the weights of actions of a platform in one statement. For the service. */
export async function updateWeights(
  db: Db,
  {
    site,
    updatedBy,
    weights,
  }: { site: string; updatedBy: string; weights: readonly Omit<WeightRow, "eventType">[] },
): Promise<void> {
  if (weights.length === 0) {
    return;
  }
  await sql`
    update action_weights w set label = n.label, weight = n.weight, points = n.points,
      is_active = n.active, updated_by = ${updatedBy}
    from jsonb_to_recordset(${JSON.stringify(weights)}::jsonb)
      as n ("actionType" text, label text, weight numeric, points integer, active boolean)
    where w.site = ${site} and w.action_type = n."actionType"`.execute(db);
}

/** A paid action of the past with everything that its award was computed from. */
export interface PastAwardRow {
  readonly id: string;
  readonly userId: string;
  readonly platform: string;
  readonly actionType: string;
  readonly tokenType: string;
  /** Day in the member's time zone, `YYYY-MM-DD`. */
  readonly localDate: string;
  readonly amount: string;
  readonly status: string;
  readonly input: JsonValue;
  readonly at: string;
}

/** Actions of a period in the order of time, after a place. For the service. */
export async function listPastAwards(
  db: Db,
  {
    since,
    until,
    after,
    limit,
  }: { since: Date; until: Date; after: { at: string; id: string } | null; limit: number },
): Promise<PastAwardRow[]> {
  let query = db
    .selectFrom("user_actions")
    .select([
      "id",
      "user_id as userId",
      "platform",
      "action_type as actionType",
      "token_type as tokenType",
      sql<string>`local_date::text`.as("localDate"),
      sql<string>`trim_scale(amount)::text`.as("amount"),
      "status",
      sql<JsonValue>`formula -> 'input'`.as("input"),
      sql<string>`created_at::text`.as("at"),
    ])
    .where("created_at", ">=", since)
    .where("created_at", "<", until);
  if (after) {
    query = query.where(
      sql<boolean>`(created_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)`,
    );
  }
  return query.orderBy("created_at").orderBy("id").limit(limit).execute();
}
