import { memberProcedure, router } from "../core/trpc.ts";
import { convertTokens, readPreview, readRates } from "./conversion.ts";
import { ConversionAsked, ConvertTokens } from "./movement.schema.ts";

export const conversionRouter = router({
  /** The exchanges that this app offers, with their rates. */
  list: memberProcedure.query(({ ctx }) => readRates(ctx)),

  /** What a conversion would give. */
  get: memberProcedure.input(ConversionAsked).query(({ ctx, input }) => readPreview(ctx, input)),

  /** Exchanges tokens, once for each id. */
  create: memberProcedure
    .input(ConvertTokens)
    .mutation(({ ctx, input }) => convertTokens(ctx, input)),
});
