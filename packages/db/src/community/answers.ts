import { type RawBuilder, sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { Keyset } from "../core/pagination.ts";

/** One answer in the forum as its reader sees it. */
export interface AnswerRow {
  readonly id: string;
  readonly topicId: string;
  /** The answer that it replies to; null at the top. */
  readonly parentId: string | null;
  /** Level in its thread, from 0 to 8. */
  readonly depth: number;
  /** Place in the threads: 22 characters for each level, those of the levels above first. */
  readonly threadKey: string;
  /** Markdown; empty when it was removed. */
  readonly content: string;
  readonly relatedConcepts: readonly string[];
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  /** Set when it was removed: only its author and moderators get such a row. */
  readonly deletedAt: Date | null;
  readonly upvotes: number;
  readonly downvotes: number;
  /** The reader's own vote: 1, -1, or 0 for none. */
  readonly vote: number;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly authorAvatarUrl: string | null;
  readonly own: boolean;
  /** The reader may bring it back: removed by themselves, or they moderate. */
  readonly restorable: boolean;
  readonly cursorAt: string;
}

function answerCards(db: Db) {
  return db
    .selectFrom("discussion_posts as a")
    .leftJoin("member_cards as c", "c.id", "a.user_id")
    .select([
      "a.id",
      "a.topic_id as topicId",
      "a.parent_post_id as parentId",
      "a.depth",
      "a.thread_key as threadKey",
      sql<string>`case when a.deleted_at is null then a.content else '' end`.as("content"),
      sql<string[]>`coalesce(a.related_concepts, '{}')`.as("relatedConcepts"),
      "a.created_at as createdAt",
      "a.edited_at as editedAt",
      "a.deleted_at as deletedAt",
      "a.upvotes",
      "a.downvotes",
      sql<number>`coalesce((select v.value from discussion_votes v
        where v.discussion_post_id = a.id and v.user_id = (select auth.uid())), 0)::int`.as("vote"),
      "a.user_id as authorId",
      "c.full_name as authorName",
      "c.avatar_url as authorAvatarUrl",
      sql<boolean>`(a.user_id = (select auth.uid())) is true`.as("own"),
      sql<boolean>`a.deleted_at is not null
        and (a.deleted_by = (select auth.uid()) or (select app.is_moderator()))`.as("restorable"),
      sql<string>`a.created_at::text`.as("cursorAt"),
    ]);
}

/** A page of the answers in a topic, forward from a place or backward from it. */
export interface AnswerPage<Place> {
  readonly topicId: string;
  /** Gives what comes after this place, or before it when going backward. */
  readonly from?: Place | undefined;
  /** The place itself comes along. */
  readonly inclusive?: boolean | undefined;
  readonly backward?: boolean | undefined;
  readonly limit: number;
}

/** Answers by time, oldest first, in one statement; backward they come newest first. */
export async function listAnswers(db: Db, page: AnswerPage<Keyset>): Promise<AnswerRow[]> {
  const order = page.backward ? "desc" : "asc";
  const query = answerCards(db)
    .where("a.topic_id", "=", page.topicId)
    .orderBy("a.created_at", order)
    .orderBy("a.id", order)
    .limit(page.limit);
  return (page.from ? query.where(placedByTime(page.from, page)) : query).execute();
}

function placedByTime(
  from: Keyset,
  { backward, inclusive }: Pick<AnswerPage<Keyset>, "backward" | "inclusive">,
): RawBuilder<boolean> {
  const here = sql`(${from.at}::timestamptz, ${from.id}::uuid)`;
  if (backward) {
    return sql<boolean>`(a.created_at, a.id) < ${here}`;
  }
  return inclusive
    ? sql<boolean>`(a.created_at, a.id) >= ${here}`
    : sql<boolean>`(a.created_at, a.id) > ${here}`;
}

/** Answers as threads, each reply under what it answers, in one statement; backward they come in reverse. */
export async function listAnswerThreads(db: Db, page: AnswerPage<string>): Promise<AnswerRow[]> {
  const forward = page.inclusive ? ">=" : ">";
  const query = answerCards(db)
    .where("a.topic_id", "=", page.topicId)
    .orderBy("a.thread_key", page.backward ? "desc" : "asc")
    .limit(page.limit);
  return (
    page.from ? query.where("a.thread_key", page.backward ? "<" : forward, page.from) : query
  ).execute();
}

/** One answer that the member may read; undefined when there is none. */
export async function findAnswer(db: Db, id: string): Promise<AnswerRow | undefined> {
  return answerCards(db).where("a.id", "=", id).executeTakeFirst();
}

export interface NewAnswer {
  /** Made by the client, so that sending twice writes once. */
  readonly id: string;
  readonly topicId: string;
  readonly parentId: string | null;
  readonly authorId: string;
  readonly platform: string;
  readonly content: string;
  readonly relatedConcepts: readonly string[];
}

/** Writes an answer; false when its id is taken already. */
export async function insertAnswer(db: Db, answer: NewAnswer): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("discussion_posts")
    .values({
      id: answer.id,
      topic_id: answer.topicId,
      parent_post_id: answer.parentId,
      user_id: answer.authorId,
      tenant_slug: answer.platform,
      content: answer.content,
      related_concepts: [...answer.relatedConcepts],
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** What rules need to know of an answer. */
export interface AnswerState {
  readonly id: string;
  readonly topicId: string;
  readonly authorId: string | null;
  readonly platform: string;
  readonly upvotes: number;
  readonly downvotes: number;
  readonly deletedAt: Date | null;
  readonly deletedBy: string | null;
}

const stateColumns = [
  "id",
  "topic_id as topicId",
  "user_id as authorId",
  "tenant_slug as platform",
  "upvotes",
  "downvotes",
  "deleted_at as deletedAt",
  "deleted_by as deletedBy",
] as const;

/** One answer without its card; undefined when the member may not read it. */
export async function findAnswerState(db: Db, id: string): Promise<AnswerState | undefined> {
  return db
    .selectFrom("discussion_posts")
    .select(stateColumns)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Locks an answer that the member may change until the transaction ends; undefined when there is none. */
export async function lockAnswer(db: Db, id: string): Promise<AnswerState | undefined> {
  return db
    .selectFrom("discussion_posts")
    .select(stateColumns)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

/** Changes the text of an answer. */
export async function updateAnswer(db: Db, id: string, content: string): Promise<void> {
  await db.updateTable("discussion_posts").set({ content }).where("id", "=", id).execute();
}

/** Takes an answer away, so that a mark stays where it has replies. */
export async function deleteAnswer(db: Db, id: string): Promise<void> {
  await db
    .updateTable("discussion_posts")
    .set({ deleted_at: sql<Date>`now()` })
    .where("id", "=", id)
    .execute();
}

/** Brings a removed answer back to its place. */
export async function restoreAnswer(db: Db, id: string): Promise<void> {
  await db.updateTable("discussion_posts").set({ deleted_at: null }).where("id", "=", id).execute();
}

/**
 * Sets the member's vote on an answer, 1 or -1. One row whatever happens at the same time, written
 * only when the vote differs.
 */
export async function upsertVote(
  db: Db,
  vote: { readonly answerId: string; readonly userId: string; readonly value: number },
): Promise<void> {
  const { answerId, userId, value } = vote;
  await db
    .insertInto("discussion_votes")
    .values({ discussion_post_id: answerId, user_id: userId, value })
    .onConflict((conflict) =>
      conflict
        .columns(["discussion_post_id", "user_id"])
        .doUpdateSet({ value })
        .where("discussion_votes.value", "<>", value),
    )
    .execute();
}

/** Takes the member's vote back. */
export async function deleteVote(db: Db, answerId: string, userId: string): Promise<void> {
  await db
    .deleteFrom("discussion_votes")
    .where("discussion_post_id", "=", answerId)
    .where("user_id", "=", userId)
    .execute();
}
