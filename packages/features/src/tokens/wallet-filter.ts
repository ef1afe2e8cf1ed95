import { spans } from "@neothink/api/tokens/tokens.schema";
import { isTokenType, type TokenType } from "@neothink/brand/tokens";

export type Span = (typeof spans)[number];

const usualSpan: Span = 30;

/** What part of the wallet is shown; lives in the address. */
export interface WalletFilter {
  /** Null for all tokens. */
  readonly token: TokenType | null;
  /** Days on the chart. */
  readonly days: Span;
}

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads the filter of an address; what it does not know counts as unset. */
export function parseWalletFilter({ token, days }: Params): WalletFilter {
  const name = typeof token === "string" ? token.toUpperCase() : "";
  return {
    token: isTokenType(name) ? name : null,
    days: spans.find((span) => String(span) === days) ?? usualSpan,
  };
}

/** The address that shows this part of the wallet; the usual one stays short. */
export function walletHref({ token, days }: WalletFilter): string {
  const params = new URLSearchParams();
  if (token) {
    params.set("token", token.toLowerCase());
  }
  if (days !== usualSpan) {
    params.set("days", String(days));
  }
  const query = params.toString();
  return query ? `/wallet?${query}` : "/wallet";
}
