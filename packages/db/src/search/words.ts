import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** A word that somebody used, like one that was asked for. */
export interface LikeWordRow {
  readonly asked: string;
  readonly word: string;
  /** Share of common letter triples, from 0 to 1. */
  readonly likeness: number;
}

/**
 * Words of the vocabulary that look like the given ones, most alike first. For the service: the
 * vocabulary also knows words that this member may not read, so nothing of it is shown unproven.
 */
export async function listLikeWords(db: Db, words: readonly string[]): Promise<LikeWordRow[]> {
  if (words.length === 0) {
    return [];
  }
  const { rows } = await sql<LikeWordRow>`
    select asked, word, likeness from app.search_corrections(${words}::text[])
    order by likeness desc, word`.execute(db);
  return rows;
}
