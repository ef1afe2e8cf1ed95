import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import { beyondKeyset, type Keyset } from "../core/pagination.ts";

/** One comment as its reader sees it. */
export interface CommentRow {
  readonly id: string;
  readonly postId: string;
  /** Markdown. */
  readonly content: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly authorAvatarUrl: string | null;
  readonly own: boolean;
  readonly cursorAt: string;
}

function commentCards(db: Db) {
  return db
    .selectFrom("post_comments as k")
    .leftJoin("member_cards as c", "c.id", "k.author_id")
    .select([
      "k.id",
      "k.post_id as postId",
      "k.content",
      "k.created_at as createdAt",
      "k.edited_at as editedAt",
      "k.author_id as authorId",
      "c.full_name as authorName",
      "c.avatar_url as authorAvatarUrl",
      sql<boolean>`k.author_id = (select auth.uid())`.as("own"),
      sql<string>`k.created_at::text`.as("cursorAt"),
    ])
    .where("k.deleted_at", "is", null);
}

/** Comments on a post, oldest first, in one statement. */
export async function listComments(
  db: Db,
  filter: { readonly postId: string; readonly after?: Keyset | undefined; readonly limit: number },
): Promise<CommentRow[]> {
  const query = commentCards(db)
    .where("k.post_id", "=", filter.postId)
    .orderBy("k.created_at")
    .orderBy("k.id")
    .limit(filter.limit);
  const { after } = filter;
  return (after ? query.where(beyondKeyset("k.created_at", "k.id", after)) : query).execute();
}

/** One comment that the member may read and that stands; undefined when there is none. */
export async function findComment(db: Db, id: string): Promise<CommentRow | undefined> {
  return commentCards(db).where("k.id", "=", id).executeTakeFirst();
}

export interface NewComment {
  /** Made by the client, so that sending twice writes once. */
  readonly id: string;
  readonly postId: string;
  readonly authorId: string;
  readonly content: string;
}

/** Writes a comment; false when its id is taken already. */
export async function insertComment(db: Db, comment: NewComment): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("post_comments")
    .values({
      id: comment.id,
      post_id: comment.postId,
      author_id: comment.authorId,
      content: comment.content,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** A comment's author and post, locked until the transaction ends; undefined when there is none. */
export async function lockComment(
  db: Db,
  id: string,
): Promise<{ id: string; postId: string; authorId: string | null; content: string } | undefined> {
  return db
    .selectFrom("post_comments")
    .select(["id", "post_id as postId", "author_id as authorId", "content"])
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
}

/** Takes a comment out of the list; false when the member may not or it is gone. */
export async function deleteComment(db: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("post_comments")
    .set({ deleted_at: sql<Date>`now()` })
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
