"use client";

import type { CommentView } from "@neothink/api/community/comments.schema";
import type { Visibility } from "@neothink/api/community/posts.schema";
import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import { cn } from "@neothink/ui/cn";
import { ErrorState } from "@neothink/ui/error-state";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactElement, useEffect, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { CommentItem } from "./comment-item.tsx";
import { foldsOver, type ThreadEntry, threadEntries, unfolded } from "./comment-tree.ts";
import { type Comment, commentsOptions } from "./feed-query.ts";
import { useLinkedComment, useScrollToComment } from "./use-linked-comment.ts";

// A class for each level: the page's policy allows no styles written into elements.
const indents = [
  "",
  "ml-3 sm:ml-6",
  "ml-6 sm:ml-12",
  "ml-9 sm:ml-18",
  "ml-12 sm:ml-24",
  "ml-14 sm:ml-30",
  "ml-16 sm:ml-36",
  "ml-18 sm:ml-40",
  "ml-20 sm:ml-44",
];

/** The comments on a post: threads that fold, or all by time. An address can point at each. */
export function CommentList({
  postId,
  audience,
  view,
  moderator,
}: {
  postId: string;
  audience: Visibility;
  view: CommentView;
  moderator: boolean;
}): ReactElement {
  const linked = useLinkedComment();
  const [startAt, setStartAt] = useState<string | null>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const query = useInfiniteQuery(commentsOptions(useTRPC(), { postId, view, startAt }));
  const comments = query.data?.pages.flatMap((page) => page.items) ?? [];
  const target = comments.find(({ id }) => id === linked);
  const over = target ? foldsOver(target.threadKey, folded) : [];
  useScrollToComment(linked, target !== undefined && over.length === 0);

  // The outside system is the address: what it points at may lie beyond what is loaded.
  const missing = linked !== null && query.data !== undefined && target === undefined;
  useEffect(() => {
    if (missing) {
      setStartAt(linked);
    }
  }, [missing, linked]);
  const hides = over.length > 0;
  useEffect(() => {
    if (hides) {
      setFolded(new Set());
    }
  }, [hides]);

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

  function toggle(key: string): void {
    const next = new Set(folded);
    if (!next.delete(key)) {
      next.add(key);
    }
    setFolded(next);
  }

  const nested = view === "nested";
  const entries: readonly ThreadEntry[] = nested
    ? unfolded(threadEntries(comments), folded)
    : comments.map((comment) => ({
        kind: "comment",
        key: comment.threadKey,
        depth: 0,
        comment,
        answers: 0,
      }));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {missing && startAt === linked && !query.isFetching ? (
        <Alert title="The comment behind this link is not here any more." />
      ) : null}
      {query.hasPreviousPage ? (
        <Button
          variant="outline"
          className="justify-self-center"
          aria-disabled={query.isFetchingPreviousPage || undefined}
          onClick={() => void query.fetchPreviousPage()}
        >
          Load earlier comments
        </Button>
      ) : null}
      {entries.length === 0 ? (
        <p className="text-sm text-muted-foreground">
          No comments yet. A question or a thank-you is a good first one.
        </p>
      ) : (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
          {entries.map((entry) => (
            <li
              key={entry.key}
              className={cn(entry.depth > 0 && "border-l pl-3", indents[Math.min(entry.depth, 8)])}
            >
              {entry.kind === "gone" ? (
                <p className="py-1.5 text-sm text-muted-foreground italic">
                  This comment is not shown. Its answers stay.
                </p>
              ) : (
                <CommentItem
                  comment={entry.comment}
                  audience={audience}
                  moderator={moderator}
                  linked={entry.comment.id === linked}
                  answered={answeredBy(entry.comment, comments, nested)}
                  fold={
                    entry.answers > 0
                      ? {
                          answers: entry.answers,
                          folded: folded.has(entry.key),
                          toggle: () => toggle(entry.key),
                        }
                      : null
                  }
                />
              )}
            </li>
          ))}
        </ul>
      )}
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

/** What a comment answers, where its place does not say so: by time, and at the deepest level. */
function answeredBy(
  comment: Comment,
  comments: readonly Comment[],
  nested: boolean,
): Comment | null {
  const parent = comments.find(({ id }) => id === comment.parentId);
  if (!parent || (nested && parent.depth < comment.depth)) {
    return null;
  }
  return parent;
}
