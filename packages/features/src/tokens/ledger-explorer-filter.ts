import { LedgerQuery } from "@neothink/api/tokens/ledger-explorer.schema";

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

const names = ["token", "event", "site", "who", "from", "to"] as const;

/** Reads what of the ledger an address asks for; what it does not know counts as unset. */
export function parseLedgerQuery(params: Params): LedgerQuery {
  const query: LedgerQuery = {};
  for (const name of names) {
    const value = params[name];
    const parsed = LedgerQuery.shape[name].safeParse(value === "" ? undefined : value);
    if (parsed.success && parsed.data !== undefined) {
      Object.assign(query, { [name]: parsed.data });
    }
  }
  return query;
}
