import { memberProcedure, router } from "../core/trpc.ts";
import { BuyOffer } from "./movement.schema.ts";
import { buyOffer, readOffers } from "./spending.ts";

export const sinkRouter = router({
  /** What can be bought in this app, with totals and draws. */
  list: memberProcedure.query(({ ctx }) => readOffers(ctx)),

  /** Buys an offer, once for each id. */
  create: memberProcedure.input(BuyOffer).mutation(({ ctx, input }) => buyOffer(ctx, input)),
});
