import { memberProcedure, operatorProcedure, router } from "../core/trpc.ts";
import { AppealHold, DecideHold, ListHolds } from "./hold.schema.ts";
import { appealHold, decideHold, readHolds, readOwnHolds } from "./hold.ts";

export const holdRouter = router({
  /** Holds on the viewer's own awards. */
  get: memberProcedure.query(({ ctx }) => readOwnHolds(ctx)),

  /** Answers a hold. */
  appeal: memberProcedure.input(AppealHold).mutation(({ ctx, input }) => appealHold(ctx, input)),

  /** Holds for review. */
  list: operatorProcedure.input(ListHolds).query(({ ctx, input }) => readHolds(ctx, input)),

  /** Releases or confirms a hold, with a reason. */
  decide: operatorProcedure.input(DecideHold).mutation(({ ctx, input }) => decideHold(ctx, input)),
});
