import { type RawBuilder, sql } from "kysely";
import type { Db } from "../core/identity.ts";
import { beyondKeyset, type Keyset } from "../core/pagination.ts";

/** One comment as its reader sees it. */
export interface CommentRow {
  readonly id: string;
  readonly postId: string;
  /** The comment that it answers; null at the top. */
  readonly parentId: string | null;
  /** Level in its thread, from 0 to 8. */
  readonly depth: number;
  /** Place in the threads: 22 characters for each level, those of the levels above first. */
  readonly threadKey: string;
  /** Markdown; empty when it was removed. */
  readonly content: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  /** Set when it was removed: only its author and moderators get such a row. */
  readonly deletedAt: Date | null;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly authorAvatarUrl: string | null;
  readonly own: boolean;
  /** The reader may bring it back: removed by themselves, or they moderate. */
  readonly restorable: boolean;
  readonly cursorAt: string;
}

function commentCards(db: Db) {
  return db
    .selectFrom("post_comments as k")
    .leftJoin("member_cards as c", "c.id", "k.author_id")
    .select([
      "k.id",
      "k.post_id as postId",
      "k.parent_id as parentId",
      "k.depth",
      "k.thread_key as threadKey",
      sql<string>`case when k.deleted_at is null then k.content else '' end`.as("content"),
      "k.created_at as createdAt",
      "k.edited_at as editedAt",
      "k.deleted_at as deletedAt",
      "k.author_id as authorId",
      "c.full_name as authorName",
      "c.avatar_url as authorAvatarUrl",
      sql<boolean>`(k.author_id = (select auth.uid())) is true`.as("own"),
      sql<boolean>`k.deleted_at is not null
        and (k.deleted_by = (select auth.uid()) or (select app.is_moderator()))`.as("restorable"),
      sql<string>`k.created_at::text`.as("cursorAt"),
    ]);
}

/** A page of the comments on a post, forward from a place or backward from it. */
export interface CommentPage<Place> {
  readonly postId: string;
  /** Gives what comes after this place, or before it when going backward. */
  readonly from?: Place | undefined;
  /** The place itself comes along, for a page that begins with a certain comment. */
  readonly inclusive?: boolean | undefined;
  readonly backward?: boolean | undefined;
  readonly limit: number;
}

/** Comments on a post by time, oldest first, in one statement; backward they come newest first. */
export async function listComments(db: Db, page: CommentPage<Keyset>): Promise<CommentRow[]> {
  const order = page.backward ? "desc" : "asc";
  const query = commentCards(db)
    .where("k.post_id", "=", page.postId)
    .orderBy("k.created_at", order)
    .orderBy("k.id", order)
    .limit(page.limit);
  return (page.from ? query.where(placedByTime(page.from, page)) : query).execute();
}

function placedByTime(
  from: Keyset,
  { backward, inclusive }: Pick<CommentPage<Keyset>, "backward" | "inclusive">,
): RawBuilder<boolean> {
  const here = sql`(${from.at}::timestamptz, ${from.id}::uuid)`;
  if (backward) {
    return sql<boolean>`(k.created_at, k.id) < ${here}`;
  }
  return inclusive
    ? sql<boolean>`(k.created_at, k.id) >= ${here}`
    : beyondKeyset("k.created_at", "k.id", from);
}

/**
 * Comments on a post as threads, each answer under what it answers, in one statement; backward they
 * come in reverse.
 */
export async function listThreads(db: Db, page: CommentPage<string>): Promise<CommentRow[]> {
  const forward = page.inclusive ? ">=" : ">";
  const query = commentCards(db)
    .where("k.post_id", "=", page.postId)
    .orderBy("k.thread_key", page.backward ? "desc" : "asc")
    .limit(page.limit);
  return (
    page.from ? query.where("k.thread_key", page.backward ? "<" : forward, page.from) : query
  ).execute();
}

/** One comment that the member may read; undefined when there is none. */
export async function findComment(db: Db, id: string): Promise<CommentRow | undefined> {
  return commentCards(db).where("k.id", "=", id).executeTakeFirst();
}

export interface NewComment {
  /** Made by the client, so that sending twice writes once. */
  readonly id: string;
  readonly postId: string;
  readonly parentId: string | null;
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
      parent_id: comment.parentId,
      author_id: comment.authorId,
      content: comment.content,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** What rules need to know of a comment. */
export interface CommentState {
  readonly id: string;
  readonly postId: string;
  readonly parentId: string | null;
  readonly authorId: string | null;
  readonly content: string;
  readonly deletedAt: Date | null;
  readonly deletedBy: string | null;
}

/** Locks a comment that the member may change until the transaction ends; undefined when there is none. */
export async function lockComment(db: Db, id: string): Promise<CommentState | undefined> {
  return db
    .selectFrom("post_comments")
    .select([
      "id",
      "post_id as postId",
      "parent_id as parentId",
      "author_id as authorId",
      "content",
      "deleted_at as deletedAt",
      "deleted_by as deletedBy",
    ])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

/** Changes the text of a comment. */
export async function updateComment(db: Db, id: string, content: string): Promise<void> {
  await db.updateTable("post_comments").set({ content }).where("id", "=", id).execute();
}

/** Takes a comment away, so that a mark stays where it has answers. */
export async function deleteComment(db: Db, id: string): Promise<void> {
  await db
    .updateTable("post_comments")
    .set({ deleted_at: sql<Date>`now()` })
    .where("id", "=", id)
    .execute();
}

/** Brings a removed comment back to its place. */
export async function restoreComment(db: Db, id: string): Promise<void> {
  await db.updateTable("post_comments").set({ deleted_at: null }).where("id", "=", id).execute();
}
