import { ReadCensus } from "@neothink/api/tokens/census.schema";
import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { HydrateClient, prefetch, trpc } from "../shell/trpc-server.tsx";
import { CensusView } from "./census-view.tsx";

export function generateMetadata(): Metadata {
  return { title: "Census" };
}

/** How many we are, what we hold and what we do, day by day. */
export default async function CensusPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}): Promise<ReactElement> {
  const { scope, days } = await searchParams;
  const parsed = ReadCensus.safeParse({ scope, days: days === undefined ? days : Number(days) });
  const choice = parsed.success ? parsed.data : ReadCensus.parse({});
  await prefetch(trpc.tokens.census.list.queryOptions(choice));
  return (
    <HydrateClient>
      <PageHeader
        title="Census"
        description="How many we are, what we hold and what we do: counted every midnight UTC, and the same however often it is recounted."
      />
      <CensusView choice={choice} />
    </HydrateClient>
  );
}
