import { memberProcedure, router } from "../core/trpc.ts";
import { ReadCensus } from "./census.schema.ts";
import { readCensus } from "./census.ts";

export const censusRouter = router({
  /** Kept counts of a scope through time. */
  list: memberProcedure.input(ReadCensus).query(({ ctx, input }) => readCensus(ctx, input)),
});
