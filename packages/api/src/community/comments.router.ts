import { upsertChoice } from "@neothink/db/community/choices";
import { memberProcedure, router } from "../core/trpc.ts";
import { readComments } from "./comment-pages.ts";
import {
  ChooseView,
  CommentId,
  CreateComment,
  ListComments,
  UpdateComment,
} from "./comments.schema.ts";
import { addComment, bringBackComment, editComment, removeComment } from "./comments.ts";

export const commentsRouter = router({
  /** A stretch of the comments on a post, by time or as threads. */
  list: memberProcedure.input(ListComments).query(({ ctx, input }) => readComments(ctx, input)),

  create: memberProcedure.input(CreateComment).mutation(({ ctx, input }) => addComment(ctx, input)),

  update: memberProcedure
    .input(UpdateComment)
    .mutation(({ ctx, input }) => editComment(ctx, input)),

  delete: memberProcedure
    .input(CommentId)
    .mutation(({ ctx, input }) => removeComment(ctx, input.id)),

  restore: memberProcedure
    .input(CommentId)
    .mutation(({ ctx, input }) => bringBackComment(ctx, input.id)),

  /** Remembers whether the viewer reads comments as threads or by time. */
  chooseView: memberProcedure.input(ChooseView).mutation(({ ctx, input }) =>
    upsertChoice(ctx.db, {
      userId: ctx.viewer.id,
      platform: ctx.brand.slug,
      key: "community.comments.view",
      value: input.view,
    }),
  ),
});
