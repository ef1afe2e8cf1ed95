import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** Something to offer while somebody types. */
export interface SuggestionRow {
  readonly query: string;
  readonly source: "recent" | "suggested" | "popular";
}

/** Own, chosen and frequent searches that begin like this and lead to something the caller may see. */
export async function listSuggestions(
  db: Db,
  { typed, platform, limit }: { typed: string; platform: string; limit: number },
): Promise<SuggestionRow[]> {
  const { rows } = await sql<SuggestionRow>`
    select query, source from app.suggest_searches(${typed}, ${platform}, ${limit}::integer)`.execute(
    db,
  );
  return rows;
}
