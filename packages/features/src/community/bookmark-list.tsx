"use client";

import type { RouterOutputs } from "@neothink/api/core/router";
import { Avatar } from "@neothink/ui/avatar";
import { Button } from "@neothink/ui/button";
import { EmptyState } from "@neothink/ui/empty-state";
import { ErrorState } from "@neothink/ui/error-state";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import { Time } from "@neothink/ui/time";
import { useInfiniteQuery } from "@tanstack/react-query";
import { BellRing, BookmarkX, Bookmark as Sign } from "lucide-react";
import Link from "next/link";
import { type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { authorName } from "./author-name.ts";
import { BookmarkForm } from "./bookmark-form.tsx";
import { bookmarksOptions } from "./feed-query.ts";
import { plainExcerpt } from "./plain-excerpt.ts";
import { useDropBookmark } from "./use-drop-bookmark.ts";

export type Kept = RouterOutputs["community"]["bookmarks"]["list"]["items"][number];

/** The posts that the member keeps, last kept first. */
export function BookmarkList(): ReactElement {
  const query = useInfiniteQuery(bookmarksOptions(useTRPC()));
  if (query.isPending) {
    return (
      <LoadingRegion label="Loading bookmarks" className="grid gap-3">
        <Skeleton className="h-24" />
        <Skeleton className="h-24" />
      </LoadingRegion>
    );
  }
  if (query.isError && !query.data) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState
        title="Your bookmarks did not load"
        requestId={requestId}
        onRetry={() => void query.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  const kept = query.data.pages.flatMap((page) => page.items);
  if (kept.length === 0) {
    return (
      <EmptyState icon={<Sign />} title="Nothing kept yet">
        The bookmark under a post keeps it here, and can remind you of it on a day you choose.
      </EmptyState>
    );
  }
  return (
    <section aria-label="Bookmarks">
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {kept.map((bookmark) => (
          <li key={bookmark.id} id={`b-${bookmark.postId}`} className="scroll-mt-24">
            <BookmarkCard bookmark={bookmark} />
          </li>
        ))}
      </ul>
      <InfiniteListEnd
        hasMore={query.hasNextPage}
        loading={query.isFetchingNextPage}
        failed={query.isFetchNextPageError}
        onMore={() => void query.fetchNextPage()}
        endText="That is all you keep."
      />
    </section>
  );
}

function BookmarkCard({ bookmark }: { bookmark: Kept }): ReactElement {
  const drop = useDropBookmark();
  const [open, setOpen] = useState(false);
  const name = authorName(bookmark);
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-xl border bg-card p-4 shadow-xs">
      {bookmark.content === null ? (
        <p className="text-sm text-muted-foreground">This post is not here any more.</p>
      ) : (
        <Link href={`/community/${bookmark.postId}`} className="flex items-start gap-3">
          <Avatar name={name} src={bookmark.authorAvatarUrl} size="sm" />
          <span className="grid min-w-0 gap-0.5">
            <span className="text-sm font-semibold">{name}</span>
            <span className="line-clamp-2 text-sm">{plainExcerpt(bookmark.content)}</span>
          </span>
        </Link>
      )}
      {bookmark.note ? <p className="border-l-2 pl-3 text-sm">{bookmark.note}</p> : null}
      <footer className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted-foreground">
        <span>
          Kept <Time value={bookmark.createdAt} />
        </span>
        {bookmark.remindAt ? (
          <span className="inline-flex items-center gap-1">
            <BellRing aria-hidden="true" className="size-3" />
            <Time value={bookmark.remindAt} />
          </span>
        ) : null}
        <span className="ml-auto flex gap-1">
          <Button
            variant="ghost"
            size="sm"
            aria-expanded={open}
            aria-label={`Note and reminder for the post by ${name}`}
            onClick={() => setOpen(!open)}
          >
            Note and reminder
          </Button>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`Let go of the post by ${name}`}
            onClick={() => drop(bookmark)}
          >
            <BookmarkX aria-hidden="true" />
          </Button>
        </span>
      </footer>
      {open ? <BookmarkForm bookmark={bookmark} onClose={() => setOpen(false)} /> : null}
    </article>
  );
}
