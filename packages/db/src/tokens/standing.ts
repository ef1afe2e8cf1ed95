import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** What a reward needs to know of a member. */
export interface StandingRow {
  readonly timezone: string;
  readonly joinedAt: Date;
  /** Null without a running subscription. */
  readonly tier: string | null;
  readonly persona: string;
  /** True while a hold on the member's awards is open. */
  readonly held: boolean;
}

/** Time zone, age of the account, tier and persona of a member; undefined when there is no such member. */
export async function findStanding(db: Db, userId: string): Promise<StandingRow | undefined> {
  return db
    .selectFrom("users as u")
    .innerJoin("profiles as p", "p.id", "u.id")
    .select([
      "u.timezone",
      "u.created_at as joinedAt",
      sql<string | null>`case when p.subscription_status in ('active', 'trialing')
        and (p.subscription_period_end is null or p.subscription_period_end > now())
        then p.subscription_tier end`.as("tier"),
      // The highest flag names the persona; all three together are the superachiever.
      sql<string>`case
        when p.is_ascender and p.is_neothinker and p.is_immortal then 'superachiever'
        when p.is_immortal then 'immortal'
        when p.is_neothinker then 'neothinker'
        when p.is_ascender then 'ascender'
        else 'hub' end`.as("persona"),
      sql<boolean>`exists (select from award_holds h where h.user_id = u.id
        and h.action_id is null and h.status in ('held', 'appealed'))`.as("held"),
    ])
    .where("u.id", "=", userId)
    .executeTakeFirst();
}
