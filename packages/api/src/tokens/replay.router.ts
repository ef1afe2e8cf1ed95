import { memberProcedure, router, visitorProcedure } from "../core/trpc.ts";
import { readEpochs, readOwnPseudonym } from "./replay-own.ts";

export const pseudonymRouter = router({
  /** The viewer's own name in the public record of the economy. */
  get: memberProcedure.query(({ ctx }) => readOwnPseudonym(ctx)),
});

export const epochRouter = router({
  /** Closed epochs of the public record with their hashes, the latest one first. */
  list: visitorProcedure.query(({ ctx }) => readEpochs(ctx)),
});
