import { memberProcedure, router } from "../core/trpc.ts";
import { CommentId, CreateComment, ListComments } from "./comments.schema.ts";
import { addComment, readComments, removeComment } from "./comments.ts";

export const commentsRouter = router({
  /** One page of the comments on a post, oldest first. */
  list: memberProcedure.input(ListComments).query(({ ctx, input }) => readComments(ctx, input)),

  create: memberProcedure.input(CreateComment).mutation(({ ctx, input }) => addComment(ctx, input)),

  delete: memberProcedure
    .input(CommentId)
    .mutation(({ ctx, input }) => removeComment(ctx, input.id)),
});
