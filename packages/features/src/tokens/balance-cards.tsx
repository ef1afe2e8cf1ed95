import { type TokenType, tokens, tokenTypes } from "@neothink/brand/tokens";
import { cn } from "@neothink/ui/cn";
import { formatAmount } from "@neothink/ui/format-number";
import { TokenGlyph } from "@neothink/ui/token-glyph";
import Link from "next/link";
import type { ReactElement } from "react";
import { tokenSoft } from "./token-tones.ts";
import { type WalletFilter, walletHref } from "./wallet-filter.ts";

/** The four balances; each is a link that narrows chart and history to its token. */
export function BalanceCards({
  balances,
  filter,
}: {
  balances: Readonly<Record<TokenType, string>>;
  filter: WalletFilter;
}): ReactElement {
  return (
    <nav aria-label="Balances">
      <ul className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
        {tokenTypes.map((token) => {
          const chosen = filter.token === token;
          return (
            <li key={token}>
              <Link
                href={walletHref({ ...filter, token: chosen ? null : token })}
                scroll={false}
                aria-current={chosen ? "true" : undefined}
                className={cn(
                  "grid h-full content-between gap-5 rounded-xl border bg-card p-4 shadow-xs transition-[border-color,box-shadow] duration-200 hover:shadow-md sm:p-5",
                  "aria-[current=true]:border-foreground/60 aria-[current=true]:shadow-md",
                )}
              >
                <span className="flex items-center gap-2.5">
                  <span
                    className={cn("grid size-8 place-items-center rounded-md", tokenSoft[token])}
                  >
                    <TokenGlyph token={token} className="size-3.5" />
                  </span>
                  <span className="text-sm font-semibold tracking-tight">{token}</span>
                </span>
                <span className="grid gap-1">
                  <span className="display figures text-[1.75rem] leading-none break-all sm:text-[2.125rem]">
                    {formatAmount(balances[token])}
                  </span>
                  <span className="text-[0.8125rem] leading-5 text-muted-foreground">
                    for {tokens[token].rewards}
                  </span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
