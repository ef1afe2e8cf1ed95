import { deleteLike, insertLike } from "@neothink/db/community/likes";
import { pgCode, pgFailure } from "@neothink/db/core/errors";
import type { MemberContext } from "../core/context.ts";
import type { LikePost } from "./posts.schema.ts";
import { gone, readPost } from "./posts.ts";
import { tellOfApplause, untellApplause } from "./telling.ts";

/** Likes a post, or takes the like back; asking for what is so already changes nothing. */
export async function likePost(ctx: MemberContext, { postId, liked }: LikePost): Promise<void> {
  const { db, viewer } = ctx;
  const applause = { actorId: viewer.id, kind: "heart" } as const;
  if (!liked) {
    if (await deleteLike(db, postId, viewer.id)) {
      await untellApplause(db, postId, applause);
    }
    return;
  }
  const post = await readPost(ctx, postId);
  try {
    if (await insertLike(db, postId, viewer.id)) {
      await tellOfApplause(db, post, applause);
    }
  } catch (error) {
    // Removed since it was read: the policy refuses.
    throw pgFailure(error)?.code === pgCode.insufficientPrivilege ? gone() : error;
  }
}
