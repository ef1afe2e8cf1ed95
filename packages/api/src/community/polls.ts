import { findPollPost, upsertPollVote } from "@neothink/db/community/polls";
import type { PostRow } from "@neothink/db/community/posts";
import { violates } from "@neothink/db/core/errors";
import type { MemberContext } from "../core/context.ts";
import { Invalid, NotFound, PreconditionFailed } from "../core/errors.ts";
import type { VoteInPoll } from "./posts.schema.ts";
import { readPost } from "./posts.ts";

/** Casts the viewer's vote, or changes it until the poll closes. Gives the post with the new tally. */
export async function voteInPoll(
  ctx: MemberContext,
  { choices, pollId }: VoteInPoll,
): Promise<PostRow> {
  const { db, viewer } = ctx;
  const postId = await findPollPost(db, pollId);
  if (!postId) {
    throw new NotFound("poll_not_found", "This poll is not here any more.");
  }
  try {
    await upsertPollVote(db, { pollId, userId: viewer.id, choices });
  } catch (error) {
    if (violates(error, "poll_votes_closes_at_check")) {
      throw new PreconditionFailed("poll_closed", "This poll is closed.");
    }
    if (violates(error, "poll_votes_choices_check")) {
      throw new Invalid("no_such_choice", "Pick from the choices of this poll.");
    }
    throw error;
  }
  return readPost(ctx, postId);
}
