import { deleteLike, insertLike } from "@neothink/db/community/likes";
import { pgCode, pgFailure } from "@neothink/db/core/errors";
import type { MemberContext } from "../core/context.ts";
import { NotFound } from "../core/errors.ts";
import type { LikePost } from "./posts.schema.ts";

/** Likes a post, or takes the like back; asking for what is so already changes nothing. */
export async function likePost(
  { db, viewer }: MemberContext,
  { postId, liked }: LikePost,
): Promise<void> {
  if (!liked) {
    return deleteLike(db, postId, viewer.id);
  }
  try {
    await insertLike(db, postId, viewer.id);
  } catch (error) {
    // The policy lets a member like what they can read: a refusal means that they cannot.
    if (pgFailure(error)?.code === pgCode.insufficientPrivilege) {
      throw new NotFound("post_not_found", "This post is not here any more.");
    }
    throw error;
  }
}
