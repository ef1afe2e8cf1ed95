import { listActivityComments } from "@neothink/db/community/activity";
import { memberProcedure, router } from "../core/trpc.ts";
import {
  ActivityId,
  CommentOnActivity,
  ListActivity,
  ReactToActivity,
  ShowActivity,
} from "./activity.schema.ts";
import {
  commentOnActivity,
  reactToActivity,
  readActivity,
  removeActivityComment,
  showActivity,
} from "./activity.ts";

export const activityRouter = router({
  /** What members did, newest first. */
  list: memberProcedure.input(ListActivity).query(({ ctx, input }) => readActivity(ctx, input)),

  /** Comments on an activity, oldest first. */
  comments: memberProcedure
    .input(ActivityId)
    .query(({ ctx, input }) => listActivityComments(ctx.db, input.id)),

  react: memberProcedure
    .input(ReactToActivity)
    .mutation(({ ctx, input }) => reactToActivity(ctx, input)),

  comment: memberProcedure
    .input(CommentOnActivity)
    .mutation(({ ctx, input }) => commentOnActivity(ctx, input)),

  removeComment: memberProcedure
    .input(ActivityId)
    .mutation(({ ctx, input }) => removeActivityComment(ctx, input.id)),

  /** Hides an own activity, or shows it again. */
  show: memberProcedure.input(ShowActivity).mutation(({ ctx, input }) => showActivity(ctx, input)),
});
