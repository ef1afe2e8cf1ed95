import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** A poll as its reader sees it. */
export interface PollRow {
  readonly id: string;
  readonly question: string;
  readonly choices: readonly string[];
  readonly multiple: boolean;
  /** ISO time; null when it stays open. */
  readonly closesAt: string | null;
  readonly closed: boolean;
  /** Votes for each choice, in their order. */
  readonly tally: readonly number[];
  /** Numbers of the choices that the reader picked, from 1; null without a vote. */
  readonly mine: readonly number[] | null;
}

/** The poll of the post `p.id`, as JSON; null without one. */
export const pollOfPost = sql<PollRow | null>`(
  select jsonb_build_object('id', q.id, 'question', q.question, 'choices', q.choices,
    'multiple', q.is_multiple, 'closesAt', to_char(q.closes_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'closed', q.closes_at is not null and q.closes_at <= now(),
    'tally', case when cardinality(q.tally) = 0 then array_fill(0, array[cardinality(q.choices)]) else q.tally end,
    'mine', (select v.choices from poll_votes v where v.poll_id = q.id and v.user_id = (select auth.uid())))
  from polls q where q.post_id = p.id)`;

/** Hangs a poll on a post of the member. */
export async function insertPoll(
  db: Db,
  poll: {
    readonly postId: string;
    readonly question: string;
    readonly choices: readonly string[];
    readonly multiple: boolean;
    readonly closesAt: Date | null;
  },
): Promise<void> {
  await db
    .insertInto("polls")
    .values({
      post_id: poll.postId,
      question: poll.question,
      choices: [...poll.choices],
      is_multiple: poll.multiple,
      closes_at: poll.closesAt,
    })
    .execute();
}

/** Casts the member's vote or changes it. */
export async function upsertPollVote(
  db: Db,
  vote: { readonly pollId: string; readonly userId: string; readonly choices: readonly number[] },
): Promise<void> {
  await db
    .insertInto("poll_votes")
    .values({ poll_id: vote.pollId, user_id: vote.userId, choices: [...vote.choices] })
    .onConflict((conflict) =>
      conflict.columns(["poll_id", "user_id"]).doUpdateSet({ choices: [...vote.choices] }),
    )
    .execute();
}

/** The post of a poll that the member may see; undefined when there is none. */
export async function findPollPost(db: Db, pollId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("polls")
    .select("post_id as postId")
    .where("id", "=", pollId)
    .executeTakeFirst();
  return row?.postId;
}
