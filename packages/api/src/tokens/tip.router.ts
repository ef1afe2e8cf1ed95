import { memberProcedure, router } from "../core/trpc.ts";
import { SendTip } from "./movement.schema.ts";
import { sendTip } from "./tip.ts";

export const tipRouter = router({
  /** Gives tokens to another member, once for each id. */
  send: memberProcedure.input(SendTip).mutation(({ ctx, input }) => sendTip(ctx, input)),
});
