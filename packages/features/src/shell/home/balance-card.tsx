"use client";

import { brand } from "@neothink/brand/current";
import { tokens } from "@neothink/brand/tokens";
import { Card } from "@neothink/ui/card";
import { formatAmount } from "@neothink/ui/format-number";
import { Skeleton } from "@neothink/ui/skeleton";
import { TokenGlyph } from "@neothink/ui/token-glyph";
import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";

import { useTRPC } from "../trpc-client.tsx";

function streakText(days: number, activeToday: boolean): string {
  if (days === 0) {
    return "Write something today to begin a streak.";
  }
  const length = days === 1 ? "1 day" : `${days} days in a row`;
  return activeToday ? `Active ${length}, today included.` : `Active ${length} up to yesterday.`;
}

/** What the member holds of this platform's token, and the streak; the way to the wallet. */
export function BalanceCard(): ReactElement {
  const api = useTRPC();
  const { data, isError } = useQuery(api.tokens.balance.get.queryOptions());
  const token = tokens[brand.token];
  return (
    <Card className="group relative grid gap-4 p-5 transition-shadow duration-300 hover:shadow-md sm:p-6">
      <h2 className="flex items-center gap-2 text-sm font-semibold tracking-tight">
        <TokenGlyph token={token.type} className="size-3.5 text-brand-text" />
        Your {token.name}
      </h2>
      {data === undefined ? (
        <div className="grid gap-3">
          {isError ? (
            <p className="text-sm text-muted-foreground">The balance did not load.</p>
          ) : (
            <Skeleton className="h-13 w-28" />
          )}
        </div>
      ) : (
        <>
          <p className="display figures text-[3.25rem] leading-none">
            {formatAmount(data.balances[token.type])}
          </p>
          <p className="text-sm leading-relaxed text-muted-foreground">
            {streakText(data.streak.days, data.streak.activeToday)}
          </p>
        </>
      )}
      <Link
        href="/wallet"
        className="inline-flex min-h-6 items-center gap-1.5 justify-self-start text-sm font-medium text-brand-text after:absolute after:inset-0"
      >
        Open the wallet
        <ArrowRight
          aria-hidden="true"
          className="size-4 transition-transform duration-300 group-hover:translate-x-0.5"
        />
      </Link>
    </Card>
  );
}
