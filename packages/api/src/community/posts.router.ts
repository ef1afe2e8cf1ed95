import { insertAnnouncementRead } from "@neothink/db/community/announcements";
import { upsertChoice } from "@neothink/db/community/choices";
import { findPostingRights } from "@neothink/db/community/posting-rights";
import { listRevisions } from "@neothink/db/community/revisions";
import { listScheduled } from "@neothink/db/community/scheduled-posts";
import { memberProcedure, router } from "../core/trpc.ts";
import { audiencesFor } from "./audiences.ts";
import { countNewer, readFeed, readPinned } from "./feed.ts";
import { AddPicture } from "./images.schema.ts";
import { addPicture } from "./images.ts";
import { likePost } from "./likes.ts";
import { voteInPoll } from "./polls.ts";
import {
  LikePost,
  ListPosts,
  NewerPosts,
  PinnedPosts,
  PostId,
  PublishPost,
  ReactToPost,
  ReschedulePost,
  SetStanding,
  UpdatePost,
  VoteInPoll,
} from "./posts.schema.ts";
import { bringBackPost, editPost, publishPost, readPost, removePost } from "./posts.ts";
import { reactToPost } from "./reactions.ts";
import { reschedulePost } from "./scheduled-posts.ts";
import { setStanding } from "./standing.ts";

export const postsRouter = router({
  /** One page of the feed in the asked order, with the cursor of the next. */
  list: memberProcedure.input(ListPosts).query(({ ctx, input }) => readFeed(ctx, input)),

  /** What moderators keep at the top. */
  pinned: memberProcedure.input(PinnedPosts).query(({ ctx, input }) => readPinned(ctx, input)),

  /** How many posts came since the first that is shown. */
  newer: memberProcedure.input(NewerPosts).query(({ ctx, input }) => countNewer(ctx, input)),

  get: memberProcedure.input(PostId).query(({ ctx, input }) => readPost(ctx, input.id)),

  /** What the viewer may do in this app's feed, and what they chose there. */
  rights: memberProcedure.query(async ({ ctx }) => {
    const rights = await findPostingRights(ctx.db, ctx.brand.slug);
    const { commentView, entered, moderator } = rights;
    const view = commentView === "flat" ? ("flat" as const) : ("nested" as const);
    const audiences = audiencesFor(rights);
    return { viewerId: ctx.viewer.id, entered, moderator, audiences, commentView: view };
  }),

  /** The viewer's posts that are still to appear. */
  scheduled: memberProcedure.query(({ ctx }) => listScheduled(ctx.db, ctx.brand.slug)),

  /** Earlier texts of a post, the first one first. */
  revisions: memberProcedure
    .input(PostId)
    .query(({ ctx, input }) => listRevisions(ctx.db, input.id)),

  publish: memberProcedure.input(PublishPost).mutation(({ ctx, input }) => publishPost(ctx, input)),

  reschedule: memberProcedure
    .input(ReschedulePost)
    .mutation(({ ctx, input }) => reschedulePost(ctx, input)),

  update: memberProcedure.input(UpdatePost).mutation(({ ctx, input }) => editPost(ctx, input)),

  delete: memberProcedure.input(PostId).mutation(({ ctx, input }) => removePost(ctx, input.id)),

  restore: memberProcedure.input(PostId).mutation(({ ctx, input }) => bringBackPost(ctx, input.id)),

  like: memberProcedure.input(LikePost).mutation(({ ctx, input }) => likePost(ctx, input)),

  react: memberProcedure.input(ReactToPost).mutation(({ ctx, input }) => reactToPost(ctx, input)),

  vote: memberProcedure.input(VoteInPoll).mutation(({ ctx, input }) => voteInPoll(ctx, input)),

  /** Keeps a post at the top or makes it an announcement; for moderators. */
  stand: memberProcedure.input(SetStanding).mutation(({ ctx, input }) => setStanding(ctx, input)),

  /** Notes that the viewer has read an announcement. */
  markRead: memberProcedure
    .input(PostId)
    .mutation(({ ctx, input }) =>
      insertAnnouncementRead(ctx.db, { postId: input.id, userId: ctx.viewer.id }),
    ),

  /** Stores a picture for what the viewer is writing. */
  addPicture: memberProcedure
    .input(AddPicture)
    .mutation(({ ctx, input }) => addPicture(ctx, input)),

  /** Forgets what the feed for the viewer has learned until now. */
  resetForYou: memberProcedure.mutation(({ ctx }) =>
    upsertChoice(ctx.db, {
      userId: ctx.viewer.id,
      platform: ctx.brand.slug,
      key: "community.for-you",
      value: new Date().toISOString(),
    }),
  ),
});
