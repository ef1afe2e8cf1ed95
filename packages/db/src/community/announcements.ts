import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** Notes that the member has read an announcement; a second time changes nothing. */
export async function insertAnnouncementRead(
  db: Db,
  { postId, userId }: { readonly postId: string; readonly userId: string },
): Promise<void> {
  await db
    .insertInto("announcement_reads")
    .values({ post_id: postId, user_id: userId })
    .onConflict((conflict) => conflict.columns(["post_id", "user_id"]).doNothing())
    .execute();
}

/** Members who may enter a platform now; at most 10 000. Needs the service's rights. */
export async function listPlatformMembers(db: Db, platform: string): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    select user_id as "userId" from platform_access
    where platform_slug = ${platform} and access_level <> 'none'
      and (expires_at is null or expires_at > now())
    order by user_id limit 10000`.execute(db);
  return rows.map((row) => row.userId);
}

/** Keeps a post at the top or lets it go, and makes it an announcement or an ordinary post. */
export async function updateStanding(
  db: Db,
  id: string,
  standing: { readonly pinned: boolean; readonly announcement: boolean },
): Promise<void> {
  await db
    .updateTable("posts")
    .set({ is_pinned: standing.pinned, is_announcement: standing.announcement })
    .where("id", "=", id)
    .execute();
}
