"use client";

import { ErrorState } from "@neothink/ui/error-state";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { CommentForm } from "./comment-form.tsx";
import { CommentItem } from "./comment-item.tsx";
import { commentsOptions } from "./feed-query.ts";

/** The comments on a post, oldest first, and the form for another. */
export function Comments({
  postId,
  moderator,
}: {
  postId: string;
  moderator: boolean;
}): ReactElement {
  return (
    <section id="comments" aria-labelledby="comments-title" className="grid scroll-mt-20 gap-5">
      <h2 id="comments-title" className="text-base font-semibold tracking-tight">
        Comments
      </h2>
      <CommentList postId={postId} moderator={moderator} />
      <CommentForm postId={postId} />
    </section>
  );
}

function CommentList({ postId, moderator }: { postId: string; moderator: boolean }): ReactElement {
  const query = useInfiniteQuery(commentsOptions(useTRPC(), postId));
  if (query.isPending) {
    return (
      <LoadingRegion label="Loading comments" className="grid gap-4">
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
      </LoadingRegion>
    );
  }
  if (query.isError && !query.data) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState
        title="The comments did not load"
        requestId={requestId}
        onRetry={() => void query.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  const comments = query.data.pages.flatMap((page) => page.items);
  if (comments.length === 0) {
    return (
      <p className="text-sm text-muted-foreground">
        No comments yet. A question or a thank-you is a good first one.
      </p>
    );
  }
  return (
    <div>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {comments.map((comment) => (
          <li key={comment.id}>
            <CommentItem comment={comment} moderator={moderator} />
          </li>
        ))}
      </ul>
      {query.hasNextPage ? (
        <InfiniteListEnd
          hasMore
          loading={query.isFetchingNextPage}
          failed={query.isFetchNextPageError}
          onMore={() => void query.fetchNextPage()}
        />
      ) : null}
    </div>
  );
}
