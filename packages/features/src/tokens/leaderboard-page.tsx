import { brand } from "@neothink/brand/current";
import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { HydrateClient, prefetch, trpc } from "../shell/trpc-server.tsx";
import { parseLeaderboard } from "./leaderboard-filter.ts";
import { LeaderboardView } from "./leaderboard-view.tsx";

export function generateMetadata(): Metadata {
  return { title: "Leaderboard" };
}

/** Who earned most, by period, token, platform, field and team. */
export default async function LeaderboardPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}): Promise<ReactElement> {
  const choice = parseLeaderboard(await searchParams, brand.token);
  await Promise.all([
    prefetch(trpc.tokens.leaderboard.list.queryOptions(choice)),
    prefetch(trpc.tokens.leaderboard.get.queryOptions()),
  ]);
  return (
    <HydrateClient>
      <PageHeader
        title="Leaderboard"
        description="What members earned by what they did. Gifts and conversions do not count, and what was taken back is taken off."
      />
      <LeaderboardView choice={choice} />
    </HydrateClient>
  );
}
