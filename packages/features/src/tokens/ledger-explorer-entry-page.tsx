import { EntryId } from "@neothink/api/tokens/tokens.schema";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, type ReactElement } from "react";
import { requireAdminRole } from "../shell/admin-access.ts";
import { caller, getQueryClient, HydrateClient, trpc } from "../shell/trpc-server.tsx";
import { LedgerExplorerEntry } from "./ledger-explorer-entry.tsx";
import type { LedgerEntry } from "./ledger-explorer-query.ts";

interface Props {
  params: Promise<{ entryId: string }>;
}

/** The movement of this address; null when there is none with this number. */
const entryOf = cache(async (id: string): Promise<LedgerEntry | null> => {
  const parsed = EntryId.safeParse({ id });
  if (!parsed.success) {
    return null;
  }
  const api = await caller();
  return api.tokens.ledger.get(parsed.data).catch(() => null);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Entry ${(await params).entryId}` };
}

/** One movement of the ledger with its formula, and the way to take its award back. */
export default async function LedgerExplorerEntryPage({ params }: Props): Promise<ReactElement> {
  await requireAdminRole("operator");
  const { entryId } = await params;
  const entry = await entryOf(entryId);
  if (!entry) {
    notFound();
  }
  getQueryClient().setQueryData(trpc.tokens.ledger.get.queryKey({ id: entryId }), entry);
  return (
    <HydrateClient>
      <LedgerExplorerEntry entryId={entryId} />
    </HydrateClient>
  );
}
