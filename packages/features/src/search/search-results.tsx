"use client";

import type { HitKind } from "@neothink/api/search/search.schema";
import { Button } from "@neothink/ui/button";
import { EmptyState } from "@neothink/ui/empty-state";
import { ErrorState } from "@neothink/ui/error-state";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import type { KeyboardEvent, ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { SearchHit } from "./search-hit.tsx";
import { SearchKinds } from "./search-kinds.tsx";
import { SearchNothing } from "./search-nothing.tsx";
import { hitsOptions, type SearchChoice } from "./search-options.ts";
import { SearchSkeleton } from "./search-skeleton.tsx";
import { useSearchLog, useSelectHit } from "./use-search-log.ts";

/** Moves the focus to the next or the previous hit of the list. */
export function stepThroughHits(list: HTMLElement | null, step: 1 | -1): boolean {
  const links = [...(list?.querySelectorAll<HTMLElement>("[data-hit]") ?? [])];
  const here = links.findIndex((link) => link.matches(":focus"));
  const next = links[here === -1 && step === 1 ? 0 : here + step];
  next?.focus();
  return next !== undefined;
}

/** What was found for a search, with its kinds, its mending and its end. */
export function SearchResults({
  choice,
  onKind,
  onPick,
  onUp,
}: {
  choice: SearchChoice;
  onKind: (kind: HitKind | null) => void;
  onPick: (q: string) => void;
  /** Arrow up at the first hit: back to the line. */
  onUp: () => void;
}): ReactElement {
  const { q, kind } = choice;
  const query = useInfiniteQuery({
    ...hitsOptions(useTRPC(), choice),
    placeholderData: keepPreviousData,
  });
  const select = useSelectHit();
  const [first] = query.data?.pages ?? [];
  const hits = query.data?.pages.flatMap((page) => page.hits) ?? [];
  const results = first?.counts
    ? first.counts.post + first.counts.topic + first.counts.member
    : hits.length;
  const found = query.isSuccess && !query.isPlaceholderData;
  useSearchLog(q, kind, found ? results : null);

  if (query.isPending) {
    return <SearchSkeleton />;
  }
  if (query.isError && !query.data) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState
        title="The search did not work"
        requestId={requestId}
        onRetry={() => void query.refetch()}
      >
        {message} What you typed is kept.
      </ErrorState>
    );
  }
  function walk(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") {
      return;
    }
    event.preventDefault();
    const moved = stepThroughHits(event.currentTarget, event.key === "ArrowDown" ? 1 : -1);
    if (!moved && event.key === "ArrowUp") {
      onUp();
    }
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <SearchKinds kind={kind} counts={first?.counts ?? null} onChange={onKind} />
      <p role="status" className="sr-only">
        {found ? `${results} found` : ""}
      </p>
      {first && first.misread.length > 0 ? (
        <p className="text-sm text-muted-foreground">
          Not understood and left out: <code>{first.misread.join(" ")}</code>
        </p>
      ) : null}
      {first?.corrected ? (
        <p className="px-3 text-sm text-muted-foreground sm:px-4">
          Nothing found for “{q.trim()}”. These are hits for{" "}
          <Button variant="link" onClick={() => onPick(first.corrected ?? q)}>
            {first.corrected}
          </Button>
        </p>
      ) : null}
      {hits.length > 0 ? (
        <section
          aria-label="Hits"
          data-hits=""
          onKeyDown={walk}
          className={query.isPlaceholderData ? "opacity-60 transition-opacity" : undefined}
        >
          <ol className="grid grid-cols-[minmax(0,1fr)] gap-1">
            {hits.map((hit, index) => (
              <li key={`${hit.kind} ${hit.id}`}>
                <SearchHit
                  hit={hit}
                  onOpen={() => select({ q, kind, results, hit, place: index + 1 })}
                />
              </li>
            ))}
          </ol>
          <InfiniteListEnd
            hasMore={query.hasNextPage}
            loading={query.isFetchingNextPage}
            failed={query.isFetchNextPageError}
            onMore={() => void query.fetchNextPage()}
            endText="That is all that fits."
          />
        </section>
      ) : null}
      {hits.length === 0 && results > 0 ? (
        <EmptyState
          icon={<SearchX />}
          title="Nothing of this kind"
          action={
            <Button variant="outline" onClick={() => onKind(null)}>
              Show everything
            </Button>
          }
        >
          There are hits of other kinds.
        </EmptyState>
      ) : null}
      {hits.length === 0 && results === 0 ? (
        <SearchNothing q={q} shorter={first?.shorter ?? []} onPick={onPick} />
      ) : null}
    </div>
  );
}
