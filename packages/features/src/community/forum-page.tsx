import { brand } from "@neothink/brand/current";
import { forumCategories } from "@neothink/brand/forum";
import { Button } from "@neothink/ui/button";
import { PageHeader } from "@neothink/ui/page-header";
import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import type { ReactElement } from "react";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "../shell/trpc-server.tsx";
import { CommunityTabs } from "./community-tabs.tsx";
import { Forum } from "./forum.tsx";
import { parseForumFilter } from "./forum-filter.ts";
import { topicsOptions } from "./forum-query.ts";

export function generateMetadata(): Metadata {
  return { title: "Forum" };
}

/** The forum of this app: questions that are worth keeping. */
export default async function ForumPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}): Promise<ReactElement> {
  const categories = forumCategories[brand.slug];
  const filter = parseForumFilter(
    await searchParams,
    categories.map(({ slug }) => slug),
  );
  await Promise.all([
    prefetchInfinite(topicsOptions(trpc, filter)),
    prefetch(trpc.community.topics.rights.queryOptions()),
    prefetch(trpc.community.topics.tags.queryOptions()),
    prefetch(trpc.community.topics.levels.queryOptions()),
  ]);
  return (
    <HydrateClient>
      <div className="mx-auto max-w-3xl">
        <CommunityTabs current="forum" />
        <PageHeader
          title="Forum"
          description={`Questions that ${brand.members} keep coming back to, and the answers that helped.`}
          actions={
            <Button asChild>
              <Link href="/forum/new">
                <Plus aria-hidden="true" />
                Ask a question
              </Link>
            </Button>
          }
        />
        <Forum filter={filter} categories={categories} />
      </div>
    </HydrateClient>
  );
}
