import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** Which scores a leaderboard adds up. Days are those of UTC. */
export interface LeaderboardFilter {
  readonly period: "day" | "week" | "month" | "all";
  readonly tokenType: string;
  /** One platform; all of them when null. */
  readonly site: string | null;
  /** One field of action; all of them when null. */
  readonly category: string | null;
  /** Members of one team; everybody when null. */
  readonly teamId: string | null;
  /** Places at most; the viewer's own comes besides. */
  readonly limit: number;
}

/** One place of a leaderboard; the amount as decimal text. */
export interface LeaderboardRow {
  readonly place: number;
  readonly userId: string;
  /** Null when the viewer may not see that member's card. */
  readonly name: string | null;
  readonly avatarUrl: string | null;
  readonly amount: string;
  readonly own: boolean;
  /** Members who have a place at all. */
  readonly people: number;
}

/** The best places and the viewer's own, as far as the viewer may see them; in one statement. */
export async function listLeaders(
  db: Db,
  viewerId: string,
  filter: LeaderboardFilter,
): Promise<LeaderboardRow[]> {
  const { period, tokenType, site, category, teamId, limit } = filter;
  const start =
    period === "all"
      ? sql`date '1970-01-01'`
      : sql`date_trunc(${period}, now() at time zone 'UTC')::date`;
  const { rows } = await sql<LeaderboardRow>`
    with scores as (
      select s.user_id, sum(s.amount) as amount from leaderboard_scores s
      where s.period = ${period} and s.starts_on = ${start} and s.token_type = ${tokenType}
        ${site === null ? sql`` : sql`and s.site = ${site}`}
        ${category === null ? sql`` : sql`and s.category = ${category}`}
        ${
          teamId === null
            ? sql``
            : sql`and s.user_id in (select m.user_id from team_members m where m.team_id = ${teamId}::uuid)`
        }
      group by s.user_id having sum(s.amount) > 0
    ), placed as (
      select user_id, amount, rank() over (order by amount desc)::int as place,
        row_number() over (order by amount desc, user_id) as line, count(*) over ()::int as people
      from scores
    ), shown as materialized (
      select * from placed where line <= ${limit} or user_id = ${viewerId}
    )
    select p.place, p.user_id as "userId", c.full_name as name, c.avatar_url as "avatarUrl",
      trim_scale(p.amount)::text as amount, p.user_id = ${viewerId} as own, p.people
    from shown p left join member_cards c on c.id = p.user_id
    order by p.line`.execute(db);
  return rows;
}

/** A team to choose on a leaderboard. */
export interface TeamChoiceRow {
  readonly id: string;
  readonly name: string;
}

/** The viewer's teams. */
export async function listOwnTeams(db: Db, userId: string): Promise<TeamChoiceRow[]> {
  return db
    .selectFrom("team_members as m")
    .innerJoin("teams as t", "t.id", "m.team_id")
    .select(["t.id", "t.name"])
    .where("m.user_id", "=", userId)
    .orderBy("t.name")
    .limit(50)
    .execute();
}

/** Whether the viewer is shown to others on leaderboards and elsewhere. */
export async function findShown(db: Db, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom("privacy_settings")
    .select("show_activity as shown")
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return row?.shown ?? true;
}

/** Sets whether the viewer's activity is shown to others. */
export async function updateShown(db: Db, userId: string, shown: boolean): Promise<void> {
  await db
    .updateTable("privacy_settings")
    .set({ show_activity: shown })
    .where("user_id", "=", userId)
    .execute();
}

/** Scores that differ from a replay of the ledger; for the service. Empty when all is well. */
export async function countScoreDifferences(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from leaderboard_scores s
    full join leaderboard_scores_replayed r using (period, starts_on, token_type, site, category, user_id)
    where coalesce(s.amount, 0) <> coalesce(r.amount, 0)`.execute(db);
  return rows[0]?.n ?? 0;
}
