import type { PostRow, PostState } from "@neothink/db/community/posts";
import { updatePublishAt, updateReleased } from "@neothink/db/community/scheduled-posts";
import type { Db } from "@neothink/db/core/identity";
import type { MemberContext } from "../core/context.ts";
import { Forbidden, PreconditionFailed } from "../core/errors.ts";
import type { ReschedulePost } from "./posts.schema.ts";
import { lockForChange, readPost } from "./posts.ts";
import { assertSchedulable } from "./publish-time.ts";
import { hasAppeared, rewardPost } from "./rewards.ts";
import { tellOfRelease } from "./telling.ts";

/** Moves a post that has not appeared yet to another time, or publishes it now. */
export async function reschedulePost(
  ctx: MemberContext,
  { id, publishAt }: ReschedulePost,
): Promise<PostRow> {
  const { db, viewer } = ctx;
  const post = await lockForChange(ctx, id);
  if (post.authorId !== viewer.id) {
    throw new Forbidden("not_the_author", "Only its author may change when this post appears.");
  }
  if (hasAppeared(post)) {
    throw new PreconditionFailed("published_already", "This post has appeared already.");
  }
  if (publishAt) {
    assertSchedulable(publishAt);
  }
  await updatePublishAt(db, id, publishAt);
  return readPost(ctx, id);
}

/**
 * Rewards and tells of scheduled posts that have appeared since the last time; a batch in the
 * caller's transaction. Gives them.
 */
export async function releaseDuePosts(db: Db): Promise<PostState[]> {
  const posts = await updateReleased(db, 20);
  for (const post of posts) {
    await rewardPost(db, post);
    await tellOfRelease(db, post);
  }
  return posts;
}
