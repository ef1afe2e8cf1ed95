import { memberProcedure, router } from "../core/trpc.ts";
import { BalanceSpan } from "./tokens.schema.ts";
import { readBalanceSeries, readWallet } from "./wallet.ts";

export const balanceRouter = router({
  /** What the viewer holds of each token, and the streak. */
  get: memberProcedure.query(({ ctx }) => readWallet(ctx)),

  /** What the viewer held at the end of each of the last days. */
  list: memberProcedure.input(BalanceSpan).query(({ ctx, input }) => readBalanceSeries(ctx, input)),
});
