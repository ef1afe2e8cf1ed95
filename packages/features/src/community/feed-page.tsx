import { brand } from "@neothink/brand/current";
import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "../shell/trpc-server.tsx";
import { CommunityTabs } from "./community-tabs.tsx";
import { Feed } from "./feed.tsx";
import { parseFeedFilter } from "./feed-filter.ts";
import { feedOptions, pinnedOptions } from "./feed-query.ts";

const title = brand.navigation.find((item) => item.href === "/community")?.label ?? "Community";

export function generateMetadata(): Metadata {
  return { title };
}

/** The community feed of this app. */
export default async function FeedPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}): Promise<ReactElement> {
  const filter = parseFeedFilter(await searchParams, brand);
  await Promise.all([
    prefetchInfinite(feedOptions(trpc, filter)),
    filter.mode === "latest" && filter.platform ? prefetch(pinnedOptions(trpc, filter)) : null,
    prefetch(trpc.community.posts.rights.queryOptions()),
  ]);
  return (
    <HydrateClient>
      <div className="mx-auto max-w-2xl">
        <CommunityTabs current="feed" />
        <PageHeader title={title} description={`What ${brand.members} learn, build and notice.`} />
        <Feed filter={filter} />
      </div>
    </HydrateClient>
  );
}
