"use client";

import type { ActivityMode } from "@neothink/api/community/activity.schema";
import { Button } from "@neothink/ui/button";
import { cn } from "@neothink/ui/cn";
import { EmptyState } from "@neothink/ui/empty-state";
import { ErrorState } from "@neothink/ui/error-state";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { Skeleton } from "@neothink/ui/skeleton";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Footprints } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { ActivityItem } from "./activity-item.tsx";
import { activityOptions } from "./activity-query.ts";

const modes = [
  { key: "all", href: "/activity", label: "Everyone" },
  { key: "following", href: "/activity?mode=following", label: "Following" },
] as const;

/** What members did, without an end. */
export function ActivityList({ mode }: { mode: ActivityMode }): ReactElement {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <nav aria-label="Whose activity" className="flex gap-1.5">
        {modes.map(({ href, key, label }) => (
          <Link
            key={key}
            href={href}
            replace
            scroll={false}
            aria-current={key === mode ? "page" : undefined}
            className={cn(
              "inline-flex h-9 items-center rounded-full border px-3.5 text-sm font-medium text-muted-foreground transition-colors hover:bg-accent hover:text-foreground",
              "aria-[current=page]:border-brand-border aria-[current=page]:bg-brand-soft aria-[current=page]:text-brand-text",
            )}
          >
            {label}
          </Link>
        ))}
      </nav>
      <List mode={mode} />
    </div>
  );
}

function List({ mode }: { mode: ActivityMode }): ReactElement {
  const query = useInfiniteQuery(activityOptions(useTRPC(), mode));
  if (query.isPending) {
    return <Skeleton className="h-96 rounded-xl" />;
  }
  if (query.data === undefined) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState
        title="The activity did not load"
        requestId={requestId}
        onRetry={() => void query.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <EmptyState
        icon={<Footprints />}
        title="Nothing here yet"
        action={
          <Button asChild variant="outline">
            <Link href="/members">Find members to follow</Link>
          </Button>
        }
      >
        Posts, topics, accepted answers, badges and challenges of members appear here.
      </EmptyState>
    );
  }
  return (
    <div>
      <ul aria-label="Activity" className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {items.map((item) => (
          <ActivityItem key={item.id} item={item} />
        ))}
      </ul>
      <InfiniteListEnd
        hasMore={query.hasNextPage}
        loading={query.isFetchingNextPage}
        failed={query.isFetchNextPageError}
        onMore={() => void query.fetchNextPage()}
      />
    </div>
  );
}
