"use client";

import { brand } from "@neothink/brand/current";
import { formatAmount } from "@neothink/ui/format-number";
import { TokenGlyph } from "@neothink/ui/token-glyph";
import { VisuallyHidden } from "@neothink/ui/visually-hidden";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactElement } from "react";

import { useTRPC } from "./trpc-client.tsx";

/** The member's balance of this platform's token, in the head of every page. */
export function BalanceChip(): ReactElement {
  const api = useTRPC();
  const { data } = useQuery(api.tokens.balance.get.queryOptions());
  const amount = data === undefined ? undefined : formatAmount(data.balances[brand.token]);
  return (
    <Link
      href="/wallet"
      className="inline-flex h-9 max-[22rem]:hidden items-center gap-2 rounded-full border bg-card px-3 text-sm font-medium shadow-xs transition-colors hover:border-brand-border hover:bg-brand-soft"
    >
      <VisuallyHidden>Wallet</VisuallyHidden>
      <TokenGlyph token={brand.token} className="text-brand-text" />
      <span className="figures min-w-3">{amount ?? "–"}</span>
      <span className="text-xs text-muted-foreground max-sm:hidden">{brand.token}</span>
    </Link>
  );
}
