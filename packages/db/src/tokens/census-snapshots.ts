import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

export const censusScopes = ["network", "app", "persona", "team", "group"] as const;
export type CensusScope = (typeof censusScopes)[number];

/** What was counted of one part of the network at a moment. */
export interface CensusCount {
  readonly scope: CensusScope;
  /** Key of the team or group; null for wider scopes. */
  readonly scopeId: string | null;
  /** Name of the app or persona, or of the team or group at that time. */
  readonly name: string;
  readonly population: number;
  /** Tokens held in the scope, all four together; decimal text. */
  readonly assets: string;
  /** Rewarded actions in the week that ended at the moment. */
  readonly activity: number;
}

/**
 * Counts every scope as it was at a past moment, from the ledger, the accounts and the records of
 * stays; a later run for the same moment gives the same. Members belong to the persona of their last
 * action up to then. The end of access to an app and of a stay in a room leave no date: who is gone
 * from there today is not counted for the past either, and neither is an erased account. For the service.
 */
export async function countCensus(db: Db, at: Date): Promise<CensusCount[]> {
  const { rows } = await sql<CensusCount>`
    with held as (
      select account_id as user_id, sum(change) as assets from (
        select credit_account as account_id, amount as change from gamification_events
        where simulation_run_id is null and created_at <= ${at}
        union all
        select debit_account, -amount from gamification_events
        where simulation_run_id is null and created_at <= ${at}
      ) movements group by account_id
    ), acted as (
      select user_id, platform, count(*)::int as actions from user_actions
      where created_at > ${at}::timestamptz - interval '7 days' and created_at <= ${at}
      group by user_id, platform
    ), did as (
      select user_id, sum(actions)::int as actions from acted group by user_id
    ), members as (
      select id as user_id from token_accounts
      where kind = 'member' and user_id is not null and created_at <= ${at}
    ), personas as (
      select distinct on (user_id) user_id, role as persona from user_actions
      where created_at <= ${at} order by user_id, created_at desc, id desc
    ), belongs as (
      select 'network' as scope, null::uuid as scope_id, 'network' as name, user_id, null as platform from members
      union all
      select 'app', null, platform_slug, user_id, platform_slug from platform_access
      where granted_at <= ${at} and access_level <> 'none' and (expires_at is null or expires_at > ${at})
      union all
      select 'persona', null, persona, user_id, null from personas
      union all
      select distinct 'team', s.team_id, t.name, s.user_id, null from team_memberships s
      join teams t on t.id = s.team_id
      where s.joined_at <= ${at} and (s.left_at is null or s.left_at > ${at})
      union all
      select 'group', p.room_id, r.name, p.user_id, null from room_participants p
      join rooms r on r.id = p.room_id where p.joined_at <= ${at}
    )
    select b.scope, b.scope_id as "scopeId", b.name, count(*)::int as population,
      trim_scale(coalesce(sum(h.assets), 0))::text as assets,
      coalesce(sum(case when b.platform is null then d.actions else a.actions end), 0)::int as activity
    from belongs b
    left join held h on h.user_id = b.user_id
    left join did d on d.user_id = b.user_id
    left join acted a on a.user_id = b.user_id and a.platform = b.platform
    group by b.scope, b.scope_id, b.name
    order by b.scope, b.name, b.scope_id`.execute(db);
  return rows;
}

/** A snapshot as it was kept. */
export interface SnapshotRow extends CensusCount {
  readonly at: Date;
}

/** Keeps counts of a moment; those that are kept already stay as they are. Gives how many were new. For the service. */
export async function insertSnapshots(
  db: Db,
  {
    at,
    counts,
    simulationRunId,
  }: { at: Date; counts: readonly CensusCount[]; simulationRunId?: string | undefined },
): Promise<number> {
  if (counts.length === 0) {
    return 0;
  }
  const rows = await db
    .insertInto("census_snapshots")
    .values(
      counts.map((count) => ({
        scope: count.scope,
        scope_id: count.scopeId,
        population: count.population,
        assets: count.assets,
        activity_count: count.activity,
        snapshot_at: at,
        metadata: JSON.stringify({ name: count.name, days: 7 }),
        simulation_run_id: simulationRunId ?? null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .execute();
  return rows.length;
}

/** Real snapshots of one scope since a moment, oldest first; members may read them. */
export async function listSnapshots(
  db: Db,
  { scope, since }: { scope: CensusScope; since: Date },
): Promise<SnapshotRow[]> {
  return db
    .selectFrom("census_snapshots")
    .select([
      sql<CensusScope>`scope`.as("scope"),
      "scope_id as scopeId",
      sql<string>`coalesce(metadata ->> 'name', scope)`.as("name"),
      "population",
      sql<string>`trim_scale(coalesce(assets, 0))::text`.as("assets"),
      sql<number>`coalesce(activity_count, 0)`.as("activity"),
      "snapshot_at as at",
    ])
    .where("simulation_run_id", "is", null)
    .where("scope", "=", scope)
    .where("snapshot_at", ">=", since)
    .orderBy("snapshot_at")
    .orderBy(sql`metadata ->> 'name'`)
    .orderBy("scope_id")
    .limit(5000)
    .execute();
}

/** When the last real snapshot was taken; undefined before the first. For the service. */
export async function findLastSnapshot(db: Db): Promise<Date | undefined> {
  const row = await db
    .selectFrom("census_snapshots")
    .select("snapshot_at")
    .where("simulation_run_id", "is", null)
    .orderBy("snapshot_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.snapshot_at;
}

/** Deletes what was counted of a simulated network. For the service. */
export async function deleteSimulatedSnapshots(db: Db, simulationRunId: string): Promise<void> {
  await db
    .deleteFrom("census_snapshots")
    .where("simulation_run_id", "=", simulationRunId)
    .execute();
}
