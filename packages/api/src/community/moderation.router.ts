import { memberProcedure, router } from "../core/trpc.ts";
import {
  decideAppeal,
  decideReports,
  readDecisions,
  readQueue,
  readWaiting,
  undoDecisions,
} from "./moderation.ts";
import {
  DecideAppeal,
  DecideReports,
  ListDecisions,
  ListQueue,
  UndoDecisions,
} from "./reports.schema.ts";

/** Everything here is refused to members who do not moderate. */
export const moderationRouter = router({
  /** What was reported and waits, with context and the member's history. */
  list: memberProcedure.input(ListQueue).query(({ ctx, input }) => readQueue(ctx, input)),

  /** How many things and appeals wait. */
  waiting: memberProcedure.query(({ ctx }) => readWaiting(ctx)),

  decisions: memberProcedure
    .input(ListDecisions)
    .query(({ ctx, input }) => readDecisions(ctx, input)),

  decide: memberProcedure
    .input(DecideReports)
    .mutation(({ ctx, input }) => decideReports(ctx, input)),

  undo: memberProcedure
    .input(UndoDecisions)
    .mutation(({ ctx, input }) => undoDecisions(ctx, input)),

  decideAppeal: memberProcedure
    .input(DecideAppeal)
    .mutation(({ ctx, input }) => decideAppeal(ctx, input)),
});
