"use client";

import { brand } from "@neothink/brand/current";
import { tokens } from "@neothink/brand/tokens";
import { EmptyState } from "@neothink/ui/empty-state";
import { ErrorState } from "@neothink/ui/error-state";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { useInfiniteQuery } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import { type ReactElement, useRef } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import type { FeedFilter } from "./feed-filter.ts";
import { feedOptions } from "./feed-query.ts";
import { FeedSkeleton } from "./feed-skeleton.tsx";
import { PostCard, type PostRights } from "./post-card.tsx";
import { useRemovePost } from "./use-remove-post.ts";

/** The posts of a part of the feed, newest first, without an end. */
export function FeedList({
  filter,
  rights,
}: {
  filter: FeedFilter;
  rights: PostRights;
}): ReactElement {
  const query = useInfiniteQuery(feedOptions(useTRPC(), filter));
  const removePost = useRemovePost();
  const region = useRef<HTMLElement>(null);

  if (query.isPending) {
    return <FeedSkeleton />;
  }
  if (query.isError && !query.data) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState
        title="The feed did not load"
        requestId={requestId}
        onRetry={() => void query.refetch()}
      >
        {message} What you were writing is kept.
      </ErrorState>
    );
  }
  const posts = query.data.pages.flatMap((page) => page.items);
  if (posts.length === 0) {
    return <NoPosts filter={filter} />;
  }

  function remove(id: string): void {
    // The button that had the focus goes with its post: the list takes it over.
    region.current?.focus();
    removePost(id);
  }

  return (
    <section ref={region} tabIndex={-1} aria-label="Posts" className="outline-none">
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {posts.map((post) => (
          <li key={post.id}>
            <PostCard post={post} rights={rights} onRemove={() => remove(post.id)} />
          </li>
        ))}
      </ul>
      <InfiniteListEnd
        hasMore={query.hasNextPage}
        loading={query.isFetchingNextPage}
        failed={query.isFetchNextPageError}
        onMore={() => void query.fetchNextPage()}
        endText="You have seen every post here."
      />
    </section>
  );
}

function NoPosts({ filter }: { filter: FeedFilter }): ReactElement {
  if (filter.tokenTag) {
    return (
      <EmptyState icon={<MessagesSquare />} title={`No posts tagged ${filter.tokenTag} here yet`}>
        {tokens[filter.tokenTag].name} stands for {tokens[filter.tokenTag].rewards}. Write the first
        one above.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<MessagesSquare />} title="Nobody has written here yet">
      This is where {brand.members} share what they learn and build. Say who you are and what you
      are working on: the first post is yours.
    </EmptyState>
  );
}
