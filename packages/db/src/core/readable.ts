import { sql } from "kysely";
import type { Db } from "./identity.ts";

const tables = {
  post: "posts",
  post_comment: "post_comments",
  discussion_topic: "discussion_topics",
  discussion_post: "discussion_posts",
} as const;

/** Kinds of thing that live news are about, by their names in `entity_types`. */
export type LiveEntity = keyof typeof tables;

/** Whether live news can be about this kind of thing. */
export function isLiveEntity(name: unknown): name is LiveEntity {
  return typeof name === "string" && Object.hasOwn(tables, name);
}

/** Those of the things that the member may read and that stand, in one statement. */
export async function listReadable(
  db: Db,
  entity: LiveEntity,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) {
    return new Set();
  }
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(tables[entity])}
    where id = any (${[...ids]}::uuid[]) and deleted_at is null`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** Slugs of the platforms that the member may enter now. */
export async function listOpenPlatforms(db: Db): Promise<Set<string>> {
  const { rows } = await sql<{ slug: string }>`
    select unnest(app.my_platforms()) as slug`.execute(db);
  return new Set(rows.map((row) => row.slug));
}
