import { deleteReaction, insertReaction } from "@neothink/db/community/reactions";
import { pgCode, pgFailure } from "@neothink/db/core/errors";
import type { MemberContext } from "../core/context.ts";
import type { ReactToPost } from "./posts.schema.ts";
import { gone, readPost } from "./posts.ts";
import { rewardInsight, unrewardInsight } from "./rewards.ts";
import { tellOfApplause, untellApplause } from "./telling.ts";

/**
 * Reacts to a post, or takes the reaction back; asking for what is so already changes nothing.
 * "Insightful" credits the author, once for each reader.
 */
export async function reactToPost(
  ctx: MemberContext,
  { postId, kind, given }: ReactToPost,
): Promise<void> {
  const { db, viewer } = ctx;
  const reaction = { postId, userId: viewer.id, kind };
  const applause = { actorId: viewer.id, kind };
  if (!given) {
    if (await deleteReaction(db, reaction)) {
      await untellApplause(db, postId, applause);
      if (kind === "insightful") {
        await unrewardInsight(db, postId, viewer.id);
      }
    }
    return;
  }
  const post = await readPost(ctx, postId);
  try {
    if (!(await insertReaction(db, reaction))) {
      return;
    }
  } catch (error) {
    // Removed since it was read: the policy refuses.
    throw pgFailure(error)?.code === pgCode.insufficientPrivilege ? gone() : error;
  }
  await tellOfApplause(db, post, applause);
  if (kind === "insightful") {
    await rewardInsight(db, post, viewer.id);
  }
}
