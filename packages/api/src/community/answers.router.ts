import { upsertChoice } from "@neothink/db/community/choices";
import { memberProcedure, router } from "../core/trpc.ts";
import { acceptAnswer } from "./answer-accepting.ts";
import { readAnswers } from "./answer-pages.ts";
import { voteOnAnswer } from "./answer-votes.ts";
import {
  AcceptAnswer,
  AnswerId,
  ChooseAnswerView,
  CreateAnswer,
  ListAnswers,
  UpdateAnswer,
  VoteAnswer,
} from "./answers.schema.ts";
import { addAnswer, bringBackAnswer, editAnswer, readAnswer, removeAnswer } from "./answers.ts";

export const answersRouter = router({
  /** A stretch of the answers in a topic, by time or as threads. */
  list: memberProcedure.input(ListAnswers).query(({ ctx, input }) => readAnswers(ctx, input)),

  get: memberProcedure.input(AnswerId).query(({ ctx, input }) => readAnswer(ctx, input.id)),

  create: memberProcedure.input(CreateAnswer).mutation(({ ctx, input }) => addAnswer(ctx, input)),

  update: memberProcedure.input(UpdateAnswer).mutation(({ ctx, input }) => editAnswer(ctx, input)),

  delete: memberProcedure.input(AnswerId).mutation(({ ctx, input }) => removeAnswer(ctx, input.id)),

  restore: memberProcedure
    .input(AnswerId)
    .mutation(({ ctx, input }) => bringBackAnswer(ctx, input.id)),

  /** Sets the viewer's vote: 1 for, -1 against, 0 for none. */
  vote: memberProcedure.input(VoteAnswer).mutation(({ ctx, input }) => voteOnAnswer(ctx, input)),

  /** Marks the answer that solved the question; for the asker and moderators. */
  accept: memberProcedure
    .input(AcceptAnswer)
    .mutation(({ ctx, input }) => acceptAnswer(ctx, input)),

  /** Remembers whether the viewer reads answers as threads or by time. */
  chooseView: memberProcedure.input(ChooseAnswerView).mutation(({ ctx, input }) =>
    upsertChoice(ctx.db, {
      userId: ctx.viewer.id,
      platform: ctx.brand.slug,
      key: "community.forum.view",
      value: input.view,
    }),
  ),
});
