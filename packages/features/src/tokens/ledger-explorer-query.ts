import type { AppRouter, RouterOutputs } from "@neothink/api/core/router";
import type { LedgerQuery } from "@neothink/api/tokens/ledger-explorer.schema";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";

/** One movement as operators see it. */
export type LedgerRow = RouterOutputs["tokens"]["ledger"]["list"]["items"][number];

/** One movement with the award behind it. */
export type LedgerEntry = RouterOutputs["tokens"]["ledger"]["get"];

type Api = TRPCOptionsProxy<AppRouter>;

/** The endless ledger: the same query where it is prefetched and where it is shown. */
export function ledgerOptions(api: Api, query: LedgerQuery) {
  return api.tokens.ledger.list.infiniteQueryOptions(query, {
    getNextPageParam: (page) => page.nextCursor,
  });
}
