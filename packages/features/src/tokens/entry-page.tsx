import { EntryId } from "@neothink/api/tokens/tokens.schema";
import { formatSignedAmount } from "@neothink/ui/format-number";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, type ReactElement } from "react";
import { caller, getQueryClient, HydrateClient, trpc } from "../shell/trpc-server.tsx";
import { EntryView } from "./entry-view.tsx";
import type { EntryDetails } from "./wallet-query.ts";

interface Props {
  params: Promise<{ entryId: string }>;
}

/** The movement of this address; null when the viewer has none with this number. */
const entryOf = cache(async (id: string): Promise<EntryDetails | null> => {
  const parsed = EntryId.safeParse({ id });
  if (!parsed.success) {
    return null;
  }
  const api = await caller();
  return api.tokens.entry.get(parsed.data).catch(() => null);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const details = await entryOf((await params).entryId);
  if (!details) {
    return { title: "Entry not found" };
  }
  const { title, change, tokenType } = details.entry;
  return { title: `${title}: ${formatSignedAmount(change)} ${tokenType}` };
}

/** One movement of the member's tokens with the formula behind it. */
export default async function EntryPage({ params }: Props): Promise<ReactElement> {
  const { entryId } = await params;
  const details = await entryOf(entryId);
  if (!details) {
    notFound();
  }
  getQueryClient().setQueryData(trpc.tokens.entry.get.queryKey({ id: entryId }), details);
  return (
    <HydrateClient>
      <EntryView entryId={entryId} />
    </HydrateClient>
  );
}
