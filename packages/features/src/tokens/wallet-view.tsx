"use client";

import { brand } from "@neothink/brand/current";
import { tokenTypes } from "@neothink/brand/tokens";
import { cn } from "@neothink/ui/cn";
import { ErrorState } from "@neothink/ui/error-state";
import { TokenGlyph } from "@neothink/ui/token-glyph";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { BalanceCards } from "./balance-cards.tsx";
import { BalanceChart } from "./balance-chart.tsx";
import { ConvertCard } from "./convert-card.tsx";
import { HistoryList } from "./history-list.tsx";
import { HoldsNotice } from "./holds-notice.tsx";
import { RulesCard } from "./rules-card.tsx";
import { StreakCard } from "./streak-card.tsx";
import { StreakNote } from "./streak-note.tsx";
import { type WalletFilter, walletHref } from "./wallet-filter.ts";
import { WalletSkeleton } from "./wallet-skeleton.tsx";

/** What the member holds, how it came about, and by which rules. */
export function WalletView({ filter }: { filter: WalletFilter }): ReactElement {
  return (
    <div className="grid gap-10">
      <Holdings filter={filter} />
      <ConvertCard />
      <section aria-labelledby="history" className="grid gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="history" className="text-lg font-semibold tracking-tight">
            History
          </h2>
          <nav aria-label="History by token" className="-mx-1 flex gap-1 overflow-x-auto p-1">
            {[null, ...tokenTypes].map((token) => (
              <Link
                key={token ?? "all"}
                href={walletHref({ ...filter, token })}
                scroll={false}
                aria-current={filter.token === token ? "true" : undefined}
                className={cn(
                  "inline-flex h-8 items-center gap-1.5 rounded-full border px-3 text-[0.8125rem] font-medium whitespace-nowrap text-muted-foreground hover:bg-accent",
                  "aria-[current=true]:border-brand-border aria-[current=true]:bg-brand-soft aria-[current=true]:text-brand-text",
                )}
              >
                {token ? <TokenGlyph token={token} /> : null}
                {token ?? "All"}
              </Link>
            ))}
          </nav>
        </div>
        <HistoryList token={filter.token} />
        <p className="text-sm">
          <a
            href="/wallet/history.csv"
            download
            className="text-brand-text underline underline-offset-4"
          >
            Download everything as CSV
          </a>
        </p>
      </section>
      <RulesCard />
    </div>
  );
}

function Holdings({ filter }: { filter: WalletFilter }): ReactElement {
  const api = useTRPC();
  const wallet = useQuery(api.tokens.balance.get.queryOptions());
  const series = useQuery({
    ...api.tokens.balance.list.queryOptions({ days: filter.days }),
    placeholderData: keepPreviousData,
  });
  const error = wallet.error ?? series.error;
  if (error && !(wallet.data && series.data)) {
    const { message, requestId } = apiFailure(error);
    return (
      <ErrorState
        title="Your balances did not load"
        requestId={requestId}
        onRetry={() => {
          void wallet.refetch();
          void series.refetch();
        }}
      >
        {message} Your tokens are safe.
      </ErrorState>
    );
  }
  if (!wallet.data || !series.data) {
    return <WalletSkeleton />;
  }
  return (
    <div className="grid gap-4">
      <HoldsNotice />
      <BalanceCards balances={wallet.data.balances} filter={filter} />
      <StreakNote streak={wallet.data.streak} />
      <StreakCard />
      <BalanceChart series={series.data} token={filter.token ?? brand.token} filter={filter} />
    </div>
  );
}
