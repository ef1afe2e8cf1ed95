"use client";

import { brand } from "@neothink/brand/current";
import { tokens } from "@neothink/brand/tokens";
import { EmptyState } from "@neothink/ui/empty-state";
import { ErrorState } from "@neothink/ui/error-state";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import { type ReactElement, useRef } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import type { FeedFilter } from "./feed-filter.ts";
import { type FeedPost, feedOptions, pinnedOptions } from "./feed-query.ts";
import { FeedReason } from "./feed-reason.tsx";
import { FeedSkeleton } from "./feed-skeleton.tsx";
import { NewPostsPill } from "./new-posts-pill.tsx";
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
  const api = useTRPC();
  const client = useQueryClient();
  const query = useInfiniteQuery(feedOptions(api, filter));
  const pinned = useQuery(pinnedOptions(api, filter));
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
  const posts = unique([...(pinned.data ?? []), ...query.data.pages.flatMap((page) => page.items)]);
  if (posts.length === 0) {
    return <NoPosts filter={filter} />;
  }

  const newest = posts.find(({ pinned: atTop }) => !atTop);

  /** Begins the list anew at the top, with what has come since. */
  async function showNewer(): Promise<void> {
    const { queryKey } = feedOptions(api, filter);
    client.setQueryData(queryKey, (data) =>
      data ? { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) } : data,
    );
    await query.refetch();
    region.current?.scrollIntoView({ block: "start" });
    region.current?.focus({ preventScroll: true });
  }

  function remove(id: string): void {
    // The button that had the focus goes with its post: the list takes it over.
    region.current?.focus();
    removePost(id);
  }

  return (
    <section
      ref={region}
      tabIndex={-1}
      aria-label="Posts"
      className="grid scroll-mt-20 grid-cols-[minmax(0,1fr)] gap-4 outline-none"
    >
      {filter.mode === "latest" && newest ? (
        <NewPostsPill filter={filter} since={newest.place} onShow={() => void showNewer()} />
      ) : null}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {posts.map((post) => (
          <li key={post.id}>
            <PostCard
              post={post}
              rights={rights}
              reason={<FeedReason post={post} />}
              onRemove={() => remove(post.id)}
            />
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

/** Each post once: a list that is ranked anew may give one again on a later page. */
function unique(posts: readonly FeedPost[]): FeedPost[] {
  return [...new Map(posts.map((post) => [post.id, post])).values()];
}

function NoPosts({ filter }: { filter: FeedFilter }): ReactElement {
  if (filter.mode === "following") {
    return (
      <EmptyState icon={<MessagesSquare />} title="Nobody you follow has written here yet">
        Follow members whose posts you want to see; this feed holds theirs alone.
      </EmptyState>
    );
  }
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
