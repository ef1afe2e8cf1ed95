import { operatorProcedure, router } from "../core/trpc.ts";
import { PreviewRules, SaveRules } from "./reward-rules.schema.ts";
import { readAllRules, saveRules } from "./reward-rules.ts";
import { previewRules } from "./reward-rules-preview.ts";

export const rulesRouter = router({
  /** The rules of all four platforms with their versions. */
  list: operatorProcedure.query(({ ctx }) => readAllRules(ctx)),

  /** What changed rules would have done to the real past. A mutation for its size; it changes nothing. */
  preview: operatorProcedure
    .input(PreviewRules)
    .mutation(({ ctx, input }) => previewRules(ctx, input)),

  /** Puts changed rules into force. */
  update: operatorProcedure.input(SaveRules).mutation(({ ctx, input }) => saveRules(ctx, input)),
});
