import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "../shell/trpc-server.tsx";
import { Search } from "./search.tsx";
import { parseSearchAddress } from "./search-address.ts";
import { hitsOptions } from "./search-options.ts";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = parseSearchAddress(await searchParams);
  return { title: q.trim() === "" ? "Search" : `Search: ${q.trim()}` };
}

/** Searching what members wrote, and members. */
export default async function SearchPage({ searchParams }: Props): Promise<ReactElement> {
  const choice = parseSearchAddress(await searchParams);
  await Promise.all([
    choice.q.trim() === "" ? null : prefetchInfinite(hitsOptions(trpc, choice)),
    prefetch(trpc.search.recent.list.queryOptions()),
    prefetch(trpc.search.suggest.queryOptions({ q: "" })),
  ]);
  return (
    <HydrateClient>
      <div className="mx-auto max-w-2xl">
        <PageHeader title="Search" />
        <Search />
      </div>
    </HydrateClient>
  );
}
