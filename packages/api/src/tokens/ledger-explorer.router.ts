import { operatorProcedure, router } from "../core/trpc.ts";
import { ListLedger, ReverseEntry } from "./ledger-explorer.schema.ts";
import { readLedger, readLedgerEntry, reverseLedgerEntry } from "./ledger-explorer.ts";
import { EntryId } from "./tokens.schema.ts";

export const ledgerRouter = router({
  /** One page of real movements of everybody, the latest first. */
  list: operatorProcedure.input(ListLedger).query(({ ctx, input }) => readLedger(ctx, input)),

  /** One movement with the formula behind it. */
  get: operatorProcedure.input(EntryId).query(({ ctx, input }) => readLedgerEntry(ctx, input.id)),

  /** Takes the award of a movement back, with a reason. */
  reverse: operatorProcedure
    .input(ReverseEntry)
    .mutation(({ ctx, input }) => reverseLedgerEntry(ctx, input)),
});
