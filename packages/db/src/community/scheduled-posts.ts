import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import { type PostRow, type PostState, postCards, postStateColumns } from "./posts.ts";

/** The member's own posts that are still to appear, the next one first; at most 50. */
export async function listScheduled(db: Db, platform: string): Promise<PostRow[]> {
  return postCards(db)
    .where("p.author_id", "=", sql<string>`(select auth.uid())`)
    .where("p.platform", "=", platform)
    .where("p.deleted_at", "is", null)
    .where(sql<boolean>`p.publish_at > now()`)
    .orderBy("p.publish_at")
    .limit(50)
    .execute();
}

/** Sets when a post that has not appeared yet is to appear; null for now. */
export async function updatePublishAt(db: Db, id: string, publishAt: Date | null): Promise<void> {
  await db
    .updateTable("posts")
    .set({ publish_at: publishAt ?? sql<Date>`now()` })
    .where("id", "=", id)
    .execute();
}

/** Scheduled posts that have appeared and were not let out yet, locked. Needs the service's rights. */
export async function updateReleased(db: Db, limit: number): Promise<PostState[]> {
  return db
    .updateTable("posts")
    .set({ released_at: sql<Date>`now()` })
    .where(
      "id",
      "in",
      sql<string>`(select id from posts
        where publish_at <= now() and released_at is null and deleted_at is null
        order by publish_at limit ${limit} for update skip locked)`,
    )
    .returning(postStateColumns)
    .execute();
}
