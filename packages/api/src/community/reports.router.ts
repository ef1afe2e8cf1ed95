import { memberProcedure, router } from "../core/trpc.ts";
import { AppealDecision, CreateReport, ListReports } from "./reports.schema.ts";
import { appealDecision, readOwnDecisions, readOwnReports, reportContent } from "./reports.ts";

export const reportsRouter = router({
  /** What the viewer reported, with the decisions. */
  list: memberProcedure.input(ListReports).query(({ ctx, input }) => readOwnReports(ctx, input)),

  /** What moderators decided about the viewer. */
  decisions: memberProcedure.query(({ ctx }) => readOwnDecisions(ctx)),

  create: memberProcedure
    .input(CreateReport)
    .mutation(({ ctx, input }) => reportContent(ctx, input)),

  appeal: memberProcedure
    .input(AppealDecision)
    .mutation(({ ctx, input }) => appealDecision(ctx, input)),
});
