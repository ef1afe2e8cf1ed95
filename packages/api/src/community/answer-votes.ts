import { deleteVote, findAnswerState, upsertVote } from "@neothink/db/community/answers";
import { pgCode, pgFailure } from "@neothink/db/core/errors";
import type { MemberContext } from "../core/context.ts";
import { Forbidden } from "../core/errors.ts";
import { rewardScore } from "./answer-rewards.ts";
import type { VoteAnswer } from "./answers.schema.ts";
import { answerGone } from "./answers.ts";

/** How an answer stands after a vote. */
export interface Standing {
  readonly upvotes: number;
  readonly downvotes: number;
  readonly vote: number;
}

/**
 * Sets the member's one vote on somebody else's answer, or takes it back; asking for what is so
 * already changes nothing. An answer that passes a step is paid for, once.
 */
export async function voteOnAnswer(
  { db, viewer }: MemberContext,
  { id, vote }: VoteAnswer,
): Promise<Standing> {
  const before = await findAnswerState(db, id);
  if (!before || before.deletedAt) {
    throw answerGone();
  }
  if (before.authorId === viewer.id) {
    throw new Forbidden("own_answer", "Others vote on what you wrote.");
  }
  try {
    await (vote === 0
      ? deleteVote(db, id, viewer.id)
      : upsertVote(db, { answerId: id, userId: viewer.id, value: vote }));
  } catch (error) {
    // The policy lets a member vote on what stands and they can read: it went in between.
    if (pgFailure(error)?.code === pgCode.insufficientPrivilege) {
      throw answerGone();
    }
    throw error;
  }
  // A vote that changed something holds the answer's row: what is read now is exactly its outcome.
  const after = (await findAnswerState(db, id)) ?? before;
  const standing = after.upvotes - after.downvotes;
  // One vote moves the standing by two at most; a step that was paid before is found paid.
  await rewardScore(db, after, { before: vote >= 0 ? standing - 2 : standing, after: standing });
  return { upvotes: after.upvotes, downvotes: after.downvotes, vote };
}
