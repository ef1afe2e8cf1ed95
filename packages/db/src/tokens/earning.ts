import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { JsonValue } from "../core/tables.ts";

/** What a member has done, as rules for badges and achievements ask for it. */
export interface EarningFactsRow {
  /** Flags of the member: ascender, neothinker, immortal; superachiever with all three. */
  readonly personas: readonly string[];
  readonly longestStreak: number;
  readonly groupActions: number;
  readonly actions: readonly {
    readonly platform: string;
    readonly actionType: string;
    readonly count: number;
  }[];
  /** Longest run of days in a row for each action. */
  readonly runs: readonly { readonly actionType: string; readonly days: number }[];
  readonly steps: readonly { readonly platform: string; readonly name: string }[];
  readonly assessments: readonly { readonly platform: string; readonly name: string }[];
}

/** Everything that rules may ask about one member, in one statement. */
export async function findEarningFacts(
  db: Db,
  userId: string,
): Promise<EarningFactsRow | undefined> {
  const { rows } = await sql<EarningFactsRow>`
    with done as materialized (
      select platform, action_type, local_date from user_actions
      where user_id = ${userId} and status = 'awarded'
    ), runs as (
      select action_type, max(days) as days from (
        select action_type, count(*)::int as days from (
          select action_type,
            local_date - row_number() over (partition by action_type order by local_date)::int as island
          from (select distinct action_type, local_date from done) dates
        ) islands group by action_type, island
      ) lengths group by action_type
    )
    select array_remove(array[
        case when p.is_ascender then 'ascender' end, case when p.is_neothinker then 'neothinker' end,
        case when p.is_immortal then 'immortal' end,
        case when p.is_ascender and p.is_neothinker and p.is_immortal then 'superachiever' end], null) as personas,
      coalesce((select s.longest_streak from member_streaks s where s.user_id = p.id), 0) as "longestStreak",
      (select count(*)::int from collaboration_bonuses b where b.user_id = p.id) as "groupActions",
      coalesce((select jsonb_agg(jsonb_build_object('platform', platform, 'actionType', action_type, 'count', n))
        from (select platform, action_type, count(*) as n from done group by 1, 2) counts), '[]') as actions,
      coalesce((select jsonb_agg(jsonb_build_object('actionType', action_type, 'days', days)) from runs), '[]') as runs,
      coalesce((select jsonb_agg(jsonb_build_object('platform', o.platform, 'name', step))
        from user_onboarding o, unnest(o.completed_steps) step where o.user_id = p.id), '[]') as steps,
      coalesce((select jsonb_agg(jsonb_build_object('platform', a.platform, 'name', a.assessment_type))
        from user_assessments a where a.user_id = p.id and a.results is not null), '[]') as assessments
    from profiles p where p.id = ${userId}`.execute(db);
  return rows[0];
}

/** Something that can be earned, with its rule. */
export interface EarnableRow {
  readonly kind: "badge" | "achievement";
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  /** Persona that alone can earn it; null when all can. */
  readonly role: string | null;
  /** Platform of an achievement; null for badges. */
  readonly platform: string | null;
  readonly rule: JsonValue;
}

/** What a member has not earned yet, of all or of those whose rule asks for one action. For the service. */
export async function listUnearned(
  db: Db,
  userId: string,
  actionType: string | null,
): Promise<EarnableRow[]> {
  const { rows } = await sql<EarnableRow>`
    select 'badge' as kind, b.id, b.name as title, b.description, b.role, null as platform, b.criteria as rule
    from badges b
    where b.is_active and b.criteria is not null
      and not exists (select from user_badges u where u.badge_id = b.id and u.user_id = ${userId})
      and (${actionType}::text is null or coalesce(b.criteria ->> 'action_type', ${actionType}) = ${actionType})
    union all
    select 'achievement', a.id, a.title, a.description, null, a.platform, a.requirements
    from achievements a
    where a.requirements is not null
      and not exists (select from user_achievements u where u.achievement_id = a.id and u.user_id = ${userId})
      and (${actionType}::text is null or coalesce(a.requirements ->> 'action_type', ${actionType}) = ${actionType})
    `.execute(db);
  return rows;
}

/** Gives a badge and notes it in its history; the id of the record, or null when it was there. For the service. */
export async function insertUserBadge(
  db: Db,
  userId: string,
  badgeId: string,
  reason: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with given as (
      insert into user_badges (user_id, badge_id) values (${userId}::uuid, ${badgeId}::uuid)
      on conflict (user_id, badge_id) do nothing returning id
    ), noted as (
      insert into badge_events (user_id, badge_id, event_type, metadata)
      select ${userId}::uuid, ${badgeId}::uuid, 'earned', ${JSON.stringify({ reason })}::jsonb from given
    )
    select id from given`.execute(db);
  return rows[0]?.id ?? null;
}

/** Notes what happened to a badge of a member. For the service. */
export async function insertBadgeEvent(
  db: Db,
  event: {
    readonly userId: string;
    readonly badgeId: string;
    readonly kind: "earned" | "upgraded" | "revoked";
    readonly reason: string;
  },
): Promise<void> {
  await db
    .insertInto("badge_events")
    .values({
      user_id: event.userId,
      badge_id: event.badgeId,
      event_type: event.kind,
      metadata: JSON.stringify({ reason: event.reason }),
    })
    .execute();
}

/** Gives an achievement; false when it was there. For the service. */
export async function insertUserAchievement(
  db: Db,
  userId: string,
  achievement: { readonly id: string; readonly platform: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("user_achievements")
    .values({ user_id: userId, achievement_id: achievement.id, platform: achievement.platform })
    .onConflict((conflict) => conflict.columns(["user_id", "achievement_id"]).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Members after another one in the order of ids, for work on all of them. For the service. */
export async function listMembersAfter(
  db: Db,
  after: string | null,
  limit: number,
): Promise<string[]> {
  let query = db.selectFrom("users").select("id").orderBy("id").limit(limit);
  if (after !== null) {
    query = query.where("id", ">", after);
  }
  return (await query.execute()).map((row) => row.id);
}
