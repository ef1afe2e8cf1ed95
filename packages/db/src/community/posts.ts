import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import { afterKeyset, type Keyset } from "../core/pagination.ts";
import { type PollRow, pollOfPost } from "./polls.ts";

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
  readonly announcement: boolean;
  /** The reader has read the announcement. */
  readonly read: boolean;
  /** Members who have read the announcement; the reader alone is counted unless they moderate. */
  readonly readCount: number;
  /** Set for a post that appears later. */
  readonly publishAt: Date | null;
  readonly likeCount: number;
  /** Number of reactions by kind; a kind without any may be missing. */
  readonly reactionCounts: Readonly<Record<string, number>>;
  /** Kinds of the reader's own reactions. */
  readonly reactions: readonly string[];
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
  /** The reader keeps it. */
  readonly bookmarked: boolean;
  readonly poll: PollRow | null;
  /** First web address in the text. */
  readonly linkUrl: string | null;
  /** What the page behind that address calls itself; null until it was read. */
  readonly linkTitle: string | null;
  readonly linkDescription: string | null;
  readonly linkSite: string | null;
  /** Place in the list, to the microsecond. */
  readonly cursorAt: string;
}

export interface PostFilter {
  readonly platform?: string | undefined;
  readonly tokenTag?: string | undefined;
  readonly section?: string | undefined;
  /** Only those that are kept at the top, or only the others; both unless said. */
  readonly pinned?: boolean | undefined;
  /** Only those of members whom the reader follows. */
  readonly followed?: boolean | undefined;
  /** Gives what comes after this place. */
  readonly after?: Keyset | undefined;
  /** Rows at most; ask for one more than a page to know whether another follows. */
  readonly limit: number;
}

const ownPost = sql<boolean>`p.author_id = (select auth.uid())`;

// A like's own policy would look the post up again; naming the reader first lets it stop early.
const likedPost = sql<boolean>`exists (
  select from post_likes l where l.post_id = p.id and l.user_id = (select auth.uid()))`;

const bookmarkedPost = sql<boolean>`exists (
  select from bookmarks b where b.user_id = (select auth.uid()) and b.content_type = 'post' and b.content_id = p.id)`;

const ownReactions = sql<string[]>`array(
  select r.reaction_type from post_reactions r where r.post_id = p.id and r.user_id = (select auth.uid()))`;

const announcementRead = sql<boolean>`(p.is_announcement and exists (
  select from announcement_reads a where a.post_id = p.id and a.user_id = (select auth.uid())))`;

const announcementReads = sql<number>`case when p.is_announcement then (
  select count(*)::int from announcement_reads a where a.post_id = p.id) else 0 end`;

/** Members whom the reader follows. */
export const followedIds = sql<string>`(select f.connected_user_id from user_connections f
  where f.user_id = (select auth.uid()) and f.status = 'active')`;

/** Posts `p` with what their cards need; the reader's own marks come along in the same statement. */
export function postCards(db: Db) {
  return db
    .selectFrom("posts as p")
    .leftJoin("member_cards as c", "c.id", "p.author_id")
    .leftJoin("link_previews as w", "w.url", "p.link_url")
    .select([
      "p.id",
      "p.content",
      "p.platform",
      "p.section",
      "p.token_tag as tokenTag",
      "p.visibility",
      "p.is_pinned as pinned",
      "p.is_announcement as announcement",
      announcementRead.as("read"),
      announcementReads.as("readCount"),
      "p.publish_at as publishAt",
      "p.like_count as likeCount",
      sql<Record<string, number>>`p.reaction_counts`.as("reactionCounts"),
      ownReactions.as("reactions"),
      "p.comment_count as commentCount",
      "p.created_at as createdAt",
      "p.edited_at as editedAt",
      "p.author_id as authorId",
      "c.full_name as authorName",
      "c.avatar_url as authorAvatarUrl",
      ownPost.as("own"),
      likedPost.as("liked"),
      bookmarkedPost.as("bookmarked"),
      pollOfPost.as("poll"),
      "p.link_url as linkUrl",
      "w.title as linkTitle",
      "w.description as linkDescription",
      "w.site_name as linkSite",
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
  if (filter.section !== undefined) {
    query = query.where("p.section", "=", filter.section);
  }
  if (filter.pinned !== undefined) {
    query = query.where("p.is_pinned", "=", filter.pinned);
  }
  if (filter.followed) {
    query = query.where(sql<boolean>`p.author_id in ${followedIds}`);
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

/** How many posts came after a place in the feed, others' only; at most 100. */
export async function countNewerPosts(
  db: Db,
  filter: Pick<PostFilter, "platform" | "tokenTag" | "section"> & { readonly since: Keyset },
): Promise<number> {
  const { platform, section, since, tokenTag } = filter;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from posts p
      where p.deleted_at is null and (p.publish_at is null or p.publish_at <= now())
        and (p.created_at, p.id) > (${since.at}::timestamptz, ${since.id}::uuid)
        and p.author_id is distinct from (select auth.uid()) and not p.is_pinned
        and (${platform ?? null}::text is null or p.platform = ${platform ?? null}::text)
        and (${tokenTag ?? null}::text is null or p.token_tag = ${tokenTag ?? null}::text)
        and (${section ?? null}::text is null or p.section = ${section ?? null}::text)
      limit 100) as newer`.execute(db);
  return rows[0]?.count ?? 0;
}

/** What rules need to know of a post, whether it stands or was removed. */
export interface PostState {
  readonly id: string;
  readonly authorId: string | null;
  readonly platform: string;
  readonly tokenTag: string | null;
  readonly content: string;
  readonly visibility: string;
  readonly publishAt: Date | null;
  readonly pinned: boolean;
  readonly announcement: boolean;
  readonly linkUrl: string | null;
  readonly deletedAt: Date | null;
  readonly deletedBy: string | null;
}

/** Columns of a `PostState`. */
export const postStateColumns = [
  "id",
  "author_id as authorId",
  "platform",
  "token_tag as tokenTag",
  "content",
  "visibility",
  "publish_at as publishAt",
  "is_pinned as pinned",
  "is_announcement as announcement",
  "link_url as linkUrl",
  "deleted_at as deletedAt",
  "deleted_by as deletedBy",
] as const;

/** Locks a post that the member may see until the transaction ends; undefined when there is none. */
export async function lockPost(db: Db, id: string): Promise<PostState | undefined> {
  return db
    .selectFrom("posts")
    .select(postStateColumns)
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
  readonly section: string | null;
  readonly tokenTag: string | null;
  readonly visibility: string;
  /** When it is to appear; null for at once. */
  readonly publishAt: Date | null;
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
      section: post.section,
      publish_at: post.publishAt,
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
