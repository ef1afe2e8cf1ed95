import { appOrigins } from "@neothink/brand/origins";
import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "../shell/trpc-server.tsx";
import { ReplayPseudonym } from "./replay-pseudonym.tsx";
import { parseWalletFilter } from "./wallet-filter.ts";
import { WalletLinks } from "./wallet-links.tsx";
import { entriesOptions } from "./wallet-query.ts";
import { WalletView } from "./wallet-view.tsx";

export function generateMetadata(): Metadata {
  return { title: "Wallet" };
}

/** The member's tokens: balances, history and rules. */
export default async function WalletPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}): Promise<ReactElement> {
  const filter = parseWalletFilter(await searchParams);
  await Promise.all([
    prefetch(trpc.tokens.balance.get.queryOptions()),
    prefetch(trpc.tokens.balance.list.queryOptions({ days: filter.days })),
    prefetch(trpc.tokens.settings.get.queryOptions()),
    prefetch(trpc.tokens.conversion.list.queryOptions()),
    prefetch(trpc.tokens.streak.get.queryOptions()),
    prefetch(trpc.tokens.hold.get.queryOptions()),
    prefetch(trpc.tokens.pseudonym.get.queryOptions()),
    prefetchInfinite(entriesOptions(trpc, filter)),
  ]);
  return (
    <HydrateClient>
      <PageHeader
        title="Wallet"
        description="What you have earned across all four communities, and the reason for every token."
        actions={<WalletLinks />}
      />
      <WalletView filter={filter} />
      <div className="pt-8">
        <ReplayPseudonym
          recordHref={`${appOrigins().hub}/economy`}
          censusHref={`${appOrigins().hub}/census`}
        />
      </div>
    </HydrateClient>
  );
}
