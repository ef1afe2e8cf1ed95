import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { HydrateClient, prefetch, trpc } from "../shell/trpc-server.tsx";
import { SpendView } from "./spend-view.tsx";

export function generateMetadata(): Metadata {
  return { title: "Spend tokens" };
}

/** What tokens can be spent on in this app. */
export default async function SpendPage(): Promise<ReactElement> {
  await prefetch(trpc.tokens.sink.list.queryOptions());
  return (
    <HydrateClient>
      <PageHeader
        eyebrow="Wallet"
        title="Spend"
        description="Keep a streak alive, try your luck, or give to what everybody decides about."
      />
      <SpendView />
    </HydrateClient>
  );
}
