"use client";

import { brand } from "@neothink/brand/current";
import type { ForumCategory } from "@neothink/brand/forum";
import { EmptyState } from "@neothink/ui/empty-state";
import { ErrorState } from "@neothink/ui/error-state";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import { useInfiniteQuery } from "@tanstack/react-query";
import { CircleHelp } from "lucide-react";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import type { ForumFilter } from "./forum-filter.ts";
import { topicsOptions } from "./forum-query.ts";
import { TopicCard } from "./topic-card.tsx";

/** The topics of a part of the forum, without an end. */
export function TopicList({
  filter,
  categories,
}: {
  filter: ForumFilter;
  categories: readonly ForumCategory[];
}): ReactElement {
  const query = useInfiniteQuery(topicsOptions(useTRPC(), filter));
  if (query.isPending) {
    return (
      <LoadingRegion label="Loading topics" className="grid gap-3">
        <Skeleton className="h-22" />
        <Skeleton className="h-22" />
        <Skeleton className="h-22" />
      </LoadingRegion>
    );
  }
  if (query.isError && !query.data) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState
        title="The topics did not load"
        requestId={requestId}
        onRetry={() => void query.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  const topics = query.data.pages.flatMap((page) => page.items);
  if (topics.length === 0) {
    return (
      <EmptyState icon={<CircleHelp />} title={emptyTitle(filter)}>
        What do you want to know from other {brand.members}? A good question helps everybody who
        comes after you.
      </EmptyState>
    );
  }
  return (
    <section aria-label="Topics">
      <ul className="grid grid-cols-[minmax(0,1fr)] divide-y rounded-xl border bg-card shadow-xs">
        {topics.map((topic) => (
          <li key={topic.id}>
            <TopicCard
              topic={topic}
              category={
                categories.find(({ slug }) => slug === topic.category)?.name ?? topic.category
              }
            />
          </li>
        ))}
      </ul>
      <InfiniteListEnd
        hasMore={query.hasNextPage}
        loading={query.isFetchingNextPage}
        failed={query.isFetchNextPageError}
        onMore={() => void query.fetchNextPage()}
        endText="You have seen every topic here."
      />
    </section>
  );
}

function emptyTitle(filter: ForumFilter): string {
  if (filter.unread) {
    return "Nothing new since you were here";
  }
  if (filter.own) {
    return "You have not asked anything yet";
  }
  return filter.sort === "unanswered" ? "Every question has an answer" : "No topics here yet";
}
