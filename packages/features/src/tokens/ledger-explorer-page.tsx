import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { requireAdminRole } from "../shell/admin-access.ts";
import { HydrateClient, prefetchInfinite, trpc } from "../shell/trpc-server.tsx";
import { parseLedgerQuery } from "./ledger-explorer-filter.ts";
import { ledgerOptions } from "./ledger-explorer-query.ts";
import { LedgerExplorerView } from "./ledger-explorer-view.tsx";

export function generateMetadata(): Metadata {
  return { title: "Ledger" };
}

/** Every movement of tokens, by whatever one looks for. */
export default async function LedgerExplorerPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}): Promise<ReactElement> {
  await requireAdminRole("operator");
  const query = parseLedgerQuery(await searchParams);
  await prefetchInfinite(ledgerOptions(trpc, query));
  return (
    <HydrateClient>
      <PageHeader
        title="Ledger"
        description="Every movement of tokens. Nothing is ever rewritten: an award is taken back by a further entry."
      />
      <LedgerExplorerView query={query} />
    </HydrateClient>
  );
}
