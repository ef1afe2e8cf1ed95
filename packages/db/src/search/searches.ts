import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** A search as it was made. */
export interface NewSearch {
  readonly userId: string;
  readonly query: string;
  readonly filters: Readonly<Record<string, unknown>>;
  readonly resultsCount: number;
  readonly platform: string;
}

/** Records a search and gives its id; asked again within ten minutes, it stays the same search. */
export async function insertSearch(db: Db, search: NewSearch): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with known as (
      select id from search_analytics
      where user_id = ${search.userId} and query = ${search.query} and platform = ${search.platform}
        and created_at > now() - interval '10 minutes'
      order by created_at desc limit 1
    ), made as (
      insert into search_analytics (user_id, query, filters, results_count, platform)
      select ${search.userId}, ${search.query}, ${JSON.stringify(search.filters)}::jsonb,
        ${search.resultsCount}, ${search.platform}
      where not exists (select from known)
      returning id
    )
    select id from known union all select id from made`.execute(db);
  const [row] = rows;
  if (!row) {
    throw new Error("A search was neither known nor recorded.");
  }
  return row.id;
}

/** The hit that was opened. */
export interface SelectedHit {
  readonly kind: string;
  readonly id: string;
  /** Place in the list, from 1. */
  readonly place: number;
}

/** Notes which hit of an own search was opened; a search of somebody else stays as it is. */
export async function updateSelected(
  db: Db,
  which: { id: string; userId: string },
  hit: SelectedHit,
): Promise<void> {
  await db
    .updateTable("search_analytics")
    .set({ selected_result: JSON.stringify(hit) })
    .where("id", "=", which.id)
    .where("user_id", "=", which.userId)
    .execute();
}

/** A member's own last searches, each once, the latest first. */
export async function listRecentSearches(db: Db, userId: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("search_analytics")
    .select((eb) => [
      sql<string>`lower(btrim(query))`.as("query"),
      eb.fn.max("created_at").as("at"),
    ])
    .where("user_id", "=", userId)
    .groupBy(sql`lower(btrim(query))`)
    .orderBy("at", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => row.query);
}

/** Cuts the caller's searches, or those with these words, off from the caller; gives their number. */
export async function forgetSearches(db: Db, query: string | null): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`
    select app.forget_my_searches(${query}) as forgotten`.execute(db);
  return rows[0]?.forgotten ?? 0;
}

/** Rewrites frequent searches and what was learned from them; gives their number. For the service. */
export async function rollUpSearches(db: Db): Promise<number> {
  const { rows } = await sql<{ kept: number }>`select app.roll_up_searches() as kept`.execute(db);
  return rows[0]?.kept ?? 0;
}
