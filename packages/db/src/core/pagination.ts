import { type RawBuilder, sql } from "kysely";
import { z } from "zod";

/** Place in a list ordered by time and id, newest first. */
export interface Keyset {
  /** Postgres' own text of the timestamp: a JavaScript Date would drop the microseconds. */
  readonly at: string;
  readonly id: string;
}

const timestampText = /^\d{4,6}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2}){0,2}$/;
const pair = z.tuple([z.string().regex(timestampText), z.guid()]);

/** Opaque text of a place in a list: base64url of the JSON pair `[timestamp text, id]`. */
export function encodeCursor({ at, id }: Keyset): string {
  return Buffer.from(JSON.stringify([at, id])).toString("base64url");
}

/** The place that a cursor names; null when the text is none of ours. */
export function decodeCursor(cursor: string): Keyset | null {
  try {
    const parsed = pair.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return parsed.success ? { at: parsed.data[0], id: parsed.data[1] } : null;
  } catch {
    return null;
  }
}

/** One page of a list and the cursor of the next one; null when this is the last. */
export interface Page<Row> {
  readonly items: Row[];
  readonly nextCursor: string | null;
}

/** A row with its id and its place in the list to the microsecond, `created_at::text`. */
export interface Placed {
  readonly id: string;
  readonly cursorAt: string;
}

/**
 * Cuts `limit` rows off a list that was fetched with one more, and makes the next cursor from the
 * last that is shown.
 */
export function toPage<Row extends Placed>(rows: readonly Row[], limit: number): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor({ at: last.cursorAt, id: last.id }) : null };
}

/**
 * Condition "after this place" for a list newest first; row-wise, so that one index serves it.
 * `at` and `id` name columns of the query, such as `p.created_at`.
 */
export function afterKeyset(at: string, id: string, keyset: Keyset): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(at)}, ${sql.ref(id)}) < (${keyset.at}::timestamptz, ${keyset.id}::uuid)`;
}

/** Condition "after this place" for a list oldest first. */
export function beyondKeyset(at: string, id: string, keyset: Keyset): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(at)}, ${sql.ref(id)}) > (${keyset.at}::timestamptz, ${keyset.id}::uuid)`;
}
