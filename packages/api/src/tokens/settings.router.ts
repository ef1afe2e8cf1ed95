import { memberProcedure, router } from "../core/trpc.ts";
import { readRules } from "./wallet.ts";

export const settingsRouter = router({
  /** The rules by which this app pays. */
  get: memberProcedure.query(({ ctx }) => readRules(ctx)),
});
