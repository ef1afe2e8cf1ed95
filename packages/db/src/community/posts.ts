import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import { afterKeyset, type Keyset } from "../core/pagination.ts";

/** One post as its reader sees it, with what its card needs. */
export interface PostRow {
  readonly id: string;
  /** Markdown. */
  readonly content: string;
  readonly platform: string;
  readonly section: string | null;
  readonly tokenTag: string | null;
  readonly visibility: string;
  readonly pinned: boolean;
  readonly likeCount: number;
  readonly commentCount: number;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  /** Null when the account was erased. */
  readonly authorId: string | null;
  /** Null when the author shows no card to this reader. */
  readonly authorName: string | null;
  readonly authorAvatarUrl: string | null;
  /** The reader wrote it. */
  readonly own: boolean;
  /** The reader likes it. */
  readonly liked: boolean;
  /** Place in the list, to the microsecond. */
  readonly cursorAt: string;
}

export interface PostFilter {
  readonly platform?: string | undefined;
  readonly tokenTag?: string | undefined;
  /** Gives what comes after this place. */
  readonly after?: Keyset | undefined;
  /** Rows at most; ask for one more than a page to know whether another follows. */
  readonly limit: number;
}

const ownPost = sql<boolean>`p.author_id = (select auth.uid())`;

// A like's own policy would look the post up again; naming the reader first lets it stop early.
const likedPost = sql<boolean>`exists (
  select from post_likes l where l.post_id = p.id and l.user_id = (select auth.uid()))`;

function postCards(db: Db) {
  return db
    .selectFrom("posts as p")
    .leftJoin("member_cards as c", "c.id", "p.author_id")
    .select([
      "p.id",
      "p.content",
      "p.platform",
      "p.section",
      "p.token_tag as tokenTag",
      "p.visibility",
      "p.is_pinned as pinned",
      "p.like_count as likeCount",
      "p.comment_count as commentCount",
      "p.created_at as createdAt",
      "p.edited_at as editedAt",
      "p.author_id as authorId",
      "c.full_name as authorName",
      "c.avatar_url as authorAvatarUrl",
      ownPost.as("own"),
      likedPost.as("liked"),
      sql<string>`p.created_at::text`.as("cursorAt"),
    ]);
}

/**
 * Posts that the member may read, newest first, in one statement. A scheduled post appears when it
 * is due, to its author as well.
 */
export async function listPosts(db: Db, filter: PostFilter): Promise<PostRow[]> {
  let query = postCards(db)
    .where("p.deleted_at", "is", null)
    .where(sql<boolean>`(p.publish_at is null or p.publish_at <= now())`)
    .orderBy("p.created_at", "desc")
    .orderBy("p.id", "desc")
    .limit(filter.limit);
  if (filter.platform !== undefined) {
    query = query.where("p.platform", "=", filter.platform);
  }
  if (filter.tokenTag !== undefined) {
    query = query.where("p.token_tag", "=", filter.tokenTag);
  }
  if (filter.after !== undefined) {
    query = query.where(afterKeyset("p.created_at", "p.id", filter.after));
  }
  return query.execute();
}

/** One post that the member may read and that stands; undefined when there is none. */
export async function findPost(db: Db, id: string): Promise<PostRow | undefined> {
  return postCards(db).where("p.id", "=", id).where("p.deleted_at", "is", null).executeTakeFirst();
}

/** What rules need to know of a post, whether it stands or was removed. */
export interface PostState {
  readonly id: string;
  readonly authorId: string | null;
  readonly platform: string;
  readonly tokenTag: string | null;
  readonly content: string;
  readonly visibility: string;
  readonly deletedAt: Date | null;
  readonly deletedBy: string | null;
}

/** Locks a post that the member may see until the transaction ends; undefined when there is none. */
export async function lockPost(db: Db, id: string): Promise<PostState | undefined> {
  return db
    .selectFrom("posts")
    .select([
      "id",
      "author_id as authorId",
      "platform",
      "token_tag as tokenTag",
      "content",
      "visibility",
      "deleted_at as deletedAt",
      "deleted_by as deletedBy",
    ])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export interface NewPost {
  /** Made by the client, so that sending twice writes once. */
  readonly id: string;
  readonly authorId: string;
  readonly content: string;
  readonly platform: string;
  readonly tokenTag: string | null;
  readonly visibility: string;
}

/** Writes a post; false when its id is taken already. */
export async function insertPost(db: Db, post: NewPost): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("posts")
    .values({
      id: post.id,
      author_id: post.authorId,
      content: post.content,
      platform: post.platform,
      token_tag: post.tokenTag,
      visibility: post.visibility,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Changes text and readers of a post; false when the member may not or it is gone. */
export async function updatePost(
  db: Db,
  id: string,
  data: { readonly content: string; readonly visibility: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("posts")
    .set(data)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes a post out of every list, until it is restored; false when the member may not or it is gone. */
export async function deletePost(db: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("posts")
    .set({ deleted_at: sql<Date>`now()` })
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Brings a removed post back to its place; false when the member may not or it stands. */
export async function restorePost(db: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("posts")
    .set({ deleted_at: null })
    .where("id", "=", id)
    .where("deleted_at", "is not", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
