import { findPostingRights } from "@neothink/db/community/posting-rights";
import { memberProcedure, router } from "../core/trpc.ts";
import { audiencesFor } from "./audiences.ts";
import { likePost } from "./likes.ts";
import { LikePost, ListPosts, PostId, PublishPost, UpdatePost } from "./posts.schema.ts";
import { bringBackPost, editPost, publishPost, readFeed, readPost, removePost } from "./posts.ts";

export const postsRouter = router({
  /** One page of the feed, newest first, with the cursor of the next. */
  list: memberProcedure.input(ListPosts).query(({ ctx, input }) => readFeed(ctx, input)),

  get: memberProcedure.input(PostId).query(({ ctx, input }) => readPost(ctx, input.id)),

  /** What the viewer may do in this app's feed. */
  rights: memberProcedure.query(async ({ ctx }) => {
    const rights = await findPostingRights(ctx.db, ctx.brand.slug);
    const { entered, moderator } = rights;
    return { viewerId: ctx.viewer.id, entered, moderator, audiences: audiencesFor(rights) };
  }),

  publish: memberProcedure.input(PublishPost).mutation(({ ctx, input }) => publishPost(ctx, input)),

  update: memberProcedure.input(UpdatePost).mutation(({ ctx, input }) => editPost(ctx, input)),

  delete: memberProcedure.input(PostId).mutation(({ ctx, input }) => removePost(ctx, input.id)),

  restore: memberProcedure.input(PostId).mutation(({ ctx, input }) => bringBackPost(ctx, input.id)),

  like: memberProcedure.input(LikePost).mutation(({ ctx, input }) => likePost(ctx, input)),
});
