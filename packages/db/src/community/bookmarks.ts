import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import { afterKeyset, type Keyset } from "../core/pagination.ts";

/** A post that the member keeps. */
export interface BookmarkRow {
  readonly id: string;
  readonly postId: string;
  readonly note: string | null;
  readonly remindAt: Date | null;
  readonly remindedAt: Date | null;
  readonly createdAt: Date;
  /** The post's text; null when it is gone or no longer readable. */
  readonly content: string | null;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly authorAvatarUrl: string | null;
  readonly cursorAt: string;
}

/** Posts that the member keeps, last kept first, in one statement. */
export async function listBookmarks(
  db: Db,
  { after, limit }: { readonly after?: Keyset | undefined; readonly limit: number },
): Promise<BookmarkRow[]> {
  const query = db
    .selectFrom("bookmarks as b")
    .leftJoin("posts as p", (join) =>
      join.onRef("p.id", "=", "b.content_id").on("p.deleted_at", "is", null),
    )
    .leftJoin("member_cards as c", "c.id", "p.author_id")
    .select([
      "b.id",
      "b.content_id as postId",
      "b.note",
      "b.remind_at as remindAt",
      "b.reminded_at as remindedAt",
      "b.created_at as createdAt",
      "p.content",
      "p.author_id as authorId",
      "c.full_name as authorName",
      "c.avatar_url as authorAvatarUrl",
      sql<string>`b.created_at::text`.as("cursorAt"),
    ])
    .where("b.user_id", "=", sql<string>`(select auth.uid())`)
    .where("b.content_type", "=", "post")
    .orderBy("b.created_at", "desc")
    .orderBy("b.id", "desc")
    .limit(limit);
  return (after ? query.where(afterKeyset("b.created_at", "b.id", after)) : query).execute();
}

/** Keeps a post, or changes note and reminder of one that is kept. A new time reminds again. */
export async function upsertBookmark(
  db: Db,
  bookmark: {
    readonly userId: string;
    readonly postId: string;
    readonly note: string | null;
    readonly remindAt: Date | null;
  },
): Promise<void> {
  await db
    .insertInto("bookmarks")
    .values({
      user_id: bookmark.userId,
      content_type: "post",
      content_id: bookmark.postId,
      note: bookmark.note,
      remind_at: bookmark.remindAt,
    })
    .onConflict((conflict) =>
      conflict.columns(["user_id", "content_type", "content_id"]).doUpdateSet({
        note: bookmark.note,
        remind_at: bookmark.remindAt,
      }),
    )
    .execute();
}

/** Lets go of a kept post. */
export async function deleteBookmark(
  db: Db,
  { userId, postId }: { readonly userId: string; readonly postId: string },
): Promise<void> {
  await db
    .deleteFrom("bookmarks")
    .where("user_id", "=", userId)
    .where("content_type", "=", "post")
    .where("content_id", "=", postId)
    .execute();
}

/** A reminder that is due. */
export interface DueReminderRow {
  readonly id: string;
  readonly userId: string;
  readonly postId: string;
  readonly remindAt: Date;
  readonly platform: string;
  readonly content: string;
  readonly note: string | null;
}

/** Marks reminders that are due as sent, and gives them. Needs the service's rights. */
export async function updateDueReminders(db: Db, limit: number): Promise<DueReminderRow[]> {
  const { rows } = await sql<DueReminderRow>`
    update bookmarks b set reminded_at = now()
    from posts p
    where p.id = b.content_id and p.deleted_at is null and b.id in (
      select id from bookmarks
      where remind_at <= now() and (reminded_at is null or reminded_at < remind_at) and content_type = 'post'
      order by remind_at limit ${limit} for update skip locked)
    returning b.id, b.user_id as "userId", b.content_id as "postId", b.remind_at as "remindAt",
      p.platform, p.content, b.note`.execute(db);
  return rows;
}
