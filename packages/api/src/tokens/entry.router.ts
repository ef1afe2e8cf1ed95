import { memberProcedure, router } from "../core/trpc.ts";
import { EntryId, ListEntries } from "./tokens.schema.ts";
import { readEntries, readEntry } from "./wallet.ts";

export const entryRouter = router({
  /** One page of the viewer's movements, newest first, with the cursor of the next. */
  list: memberProcedure.input(ListEntries).query(({ ctx, input }) => readEntries(ctx, input)),

  /** One movement with the formula behind it. */
  get: memberProcedure.input(EntryId).query(({ ctx, input }) => readEntry(ctx, input.id)),
});
