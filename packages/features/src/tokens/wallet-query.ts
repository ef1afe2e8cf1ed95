import type { AppRouter, RouterOutputs } from "@neothink/api/core/router";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { WalletFilter } from "./wallet-filter.ts";

/** What the viewer holds. */
export type Wallet = RouterOutputs["tokens"]["balance"]["get"];

/** What the viewer held at the end of a day. */
export type DayBalances = RouterOutputs["tokens"]["balance"]["list"][number];

/** One movement as the history gives it. */
export type WalletEntry = RouterOutputs["tokens"]["entry"]["list"]["items"][number];

/** One movement with the award behind it. */
export type EntryDetails = RouterOutputs["tokens"]["entry"]["get"];

/** The award behind a movement. */
export type WalletAward = NonNullable<EntryDetails["award"]>;

/** The rules by which this app pays. */
export type EconomyRules = RouterOutputs["tokens"]["settings"]["get"];

type Api = TRPCOptionsProxy<AppRouter>;

/** The endless history: the same query where it is prefetched and where it is shown. */
export function entriesOptions(api: Api, { token }: Pick<WalletFilter, "token">) {
  return api.tokens.entry.list.infiniteQueryOptions(token ? { token } : {}, {
    getNextPageParam: (page) => page.nextCursor,
  });
}
