"use client";

import { EmptyState } from "@neothink/ui/empty-state";
import { ErrorState } from "@neothink/ui/error-state";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { ListRow, RowList } from "@neothink/ui/list-row";
import { Skeleton } from "@neothink/ui/skeleton";
import { Time } from "@neothink/ui/time";
import { useInfiniteQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { deviceName } from "./device-name.ts";
import { eventName } from "./event-names.ts";
import { historyPages } from "./history-query.ts";

/** The events of an account, page by page. */
export function HistoryList(): ReactElement {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.identity.signInHistory.list.infiniteQueryOptions({}, historyPages),
  );
  if (query.isPending) {
    return <Skeleton className="h-64 rounded-lg" />;
  }
  if (query.data === undefined) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState requestId={requestId} onRetry={() => void query.refetch()}>
        {message}
      </ErrorState>
    );
  }
  const events = query.data.pages.flatMap(({ items }) => items);
  if (events.length === 0) {
    return (
      <EmptyState icon={<History />} title="Nothing yet">
        Sign-ins, new passwords and the like appear here.
      </EmptyState>
    );
  }
  return (
    <>
      <RowList label="Events of your account">
        {events.map((event) => {
          const { title, tone } = eventName(event.action);
          const place = [
            event.user_agent === null ? null : deviceName(event.user_agent),
            event.ip_address,
          ]
            .filter((part) => part !== null && part !== "")
            .join(" · ");
          return (
            <ListRow
              key={event.id}
              title={
                <span className={tone === "warning" ? "text-destructive" : undefined}>{title}</span>
              }
              description={place === "" ? undefined : place}
              trailing={
                <span className="text-muted-foreground">
                  <Time value={event.created_at} />
                </span>
              }
            />
          );
        })}
      </RowList>
      <InfiniteListEnd
        hasMore={query.hasNextPage}
        loading={query.isFetchingNextPage}
        failed={query.isFetchNextPageError}
        onMore={() => void query.fetchNextPage()}
      />
    </>
  );
}
