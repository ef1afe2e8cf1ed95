"use client";

import type { NotificationFilter } from "@neothink/api/messaging/notifications.schema";
import { Button } from "@neothink/ui/button";
import { cn } from "@neothink/ui/cn";
import { EmptyState } from "@neothink/ui/empty-state";
import { ErrorState } from "@neothink/ui/error-state";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { BellRing } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { NoticeRow } from "./notice-row.tsx";
import { filterHref, filterLinks } from "./notification-filter.ts";
import { noticesOptions } from "./notification-query.ts";
import { NotificationsSkeleton } from "./notifications-skeleton.tsx";
import { useNotices } from "./use-notices.ts";

/** The notification centre: what happened, by parts, without an end. */
export function Notifications({ filter }: { filter: NotificationFilter }): ReactElement {
  const actions = useNotices();
  const { data: unread = 0 } = useQuery(useTRPC().messaging.notifications.unread.queryOptions());
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <nav aria-label="Parts of your notifications" className="-mx-1 overflow-x-auto px-1 py-0.5">
          <ul className="flex gap-1.5">
            {filterLinks.map((link) => (
              <li key={link.filter}>
                <Link
                  href={filterHref(link.filter)}
                  replace
                  scroll={false}
                  aria-current={link.filter === filter ? "page" : undefined}
                  className={cn(
                    "inline-flex h-9 items-center rounded-full border px-3.5 text-sm font-medium whitespace-nowrap text-muted-foreground transition-colors hover:bg-accent hover:text-foreground",
                    "aria-[current=page]:border-brand-border aria-[current=page]:bg-brand-soft aria-[current=page]:text-brand-text",
                  )}
                >
                  {link.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {unread > 0 ? (
          <Button variant="outline" size="sm" onClick={actions.readAll}>
            Mark all as read
          </Button>
        ) : null}
      </div>
      <NoticeList filter={filter} />
    </div>
  );
}

function NoticeList({ filter }: { filter: NotificationFilter }): ReactElement {
  const query = useInfiniteQuery(noticesOptions(useTRPC(), filter));
  const actions = useNotices();
  if (query.isPending) {
    return <NotificationsSkeleton />;
  }
  if (query.data === undefined) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState
        title="Your notifications did not load"
        requestId={requestId}
        onRetry={() => void query.refetch()}
      >
        {message} Nothing is lost.
      </ErrorState>
    );
  }
  const notices = query.data.pages.flatMap((page) => page.items);
  if (notices.length === 0) {
    return <NoNotices filter={filter} />;
  }
  return (
    <div>
      <ul
        aria-label="Notifications"
        className="divide-y overflow-hidden rounded-xl border bg-card shadow-xs"
      >
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} actions={actions} />
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

function NoNotices({ filter }: { filter: NotificationFilter }): ReactElement {
  if (filter === "unread") {
    return (
      <EmptyState icon={<BellRing />} title="You have seen everything">
        New answers, mentions and rewards appear here the moment they happen.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<BellRing />}
      title="Nothing here yet"
      action={
        <Button asChild>
          <Link href="/community">Go to the community</Link>
        </Button>
      }
    >
      When somebody answers you, names you or likes what you wrote, and when you earn something, it
      is told here.
    </EmptyState>
  );
}
