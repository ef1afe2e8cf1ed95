"use client";

import { type TokenType, tokens } from "@neothink/brand/tokens";
import { Button } from "@neothink/ui/button";
import { EmptyState } from "@neothink/ui/empty-state";
import { ErrorState } from "@neothink/ui/error-state";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Coins } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { EntryRow } from "./entry-row.tsx";
import { entriesOptions } from "./wallet-query.ts";
import { HistorySkeleton } from "./wallet-skeleton.tsx";

/** Every movement of the member, newest first, without an end. */
export function HistoryList({ token }: { token: TokenType | null }): ReactElement {
  const query = useInfiniteQuery(entriesOptions(useTRPC(), { token }));

  if (query.isPending) {
    return <HistorySkeleton />;
  }
  if (query.isError && !query.data) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState
        title="The history did not load"
        requestId={requestId}
        onRetry={() => void query.refetch()}
      >
        {message} Your tokens are safe.
      </ErrorState>
    );
  }
  const entries = query.data.pages.flatMap((page) => page.items);
  if (entries.length === 0) {
    return <NoEntries token={token} />;
  }
  return (
    <div>
      <ul className="divide-y overflow-hidden rounded-xl border bg-card shadow-xs">
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} />
        ))}
      </ul>
      <InfiniteListEnd
        hasMore={query.hasNextPage}
        loading={query.isFetchingNextPage}
        failed={query.isFetchNextPageError}
        onMore={() => void query.fetchNextPage()}
        endText="This is where your wallet begins."
      />
    </div>
  );
}

function NoEntries({ token }: { token: TokenType | null }): ReactElement {
  return (
    <EmptyState
      icon={<Coins />}
      title={token ? `No ${token} yet` : "Nothing has moved yet"}
      action={
        <Button asChild>
          <Link href="/community">Write a post</Link>
        </Button>
      }
    >
      {token
        ? tokens[token].meaning
        : "Every token you earn or spend is written down here, with the reason. A first post earns the first ones."}
    </EmptyState>
  );
}
