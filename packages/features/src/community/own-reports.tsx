"use client";

import { Badge } from "@neothink/ui/badge";
import { ErrorState } from "@neothink/ui/error-state";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { ListRow, RowList } from "@neothink/ui/list-row";
import { Skeleton } from "@neothink/ui/skeleton";
import { Time } from "@neothink/ui/time";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { SettingsCard } from "../identity/settings-card.tsx";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { labelOf, ownReportsOptions } from "./report-query.ts";

const states: Readonly<Record<string, { text: string; variant: "info" | "success" | "neutral" }>> =
  {
    open: { text: "Waiting", variant: "info" },
    upheld: { text: "Acted upon", variant: "success" },
    dismissed: { text: "Dismissed", variant: "neutral" },
    appealed: { text: "Under appeal", variant: "info" },
  };

/** What the viewer reported, with the decisions. */
export function OwnReports(): ReactElement {
  return (
    <SettingsCard
      title="Your reports"
      description="Only moderators see them. You are told what they decide."
    >
      <List />
    </SettingsCard>
  );
}

function List(): ReactElement {
  const query = useInfiniteQuery(ownReportsOptions(useTRPC()));
  if (query.isPending) {
    return <Skeleton className="h-24 rounded-lg" />;
  }
  if (query.data === undefined) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState requestId={requestId} onRetry={() => void query.refetch()}>
        {message}
      </ErrorState>
    );
  }
  const reports = query.data.pages.flatMap((page) => page.items);
  if (reports.length === 0) {
    return (
      <p className="text-sm text-muted-foreground">
        You have reported nothing. The menu of every post, comment and member has “Report”.
      </p>
    );
  }
  return (
    <>
      <RowList label="Your reports">
        {reports.map((report) => {
          const state = states[report.status];
          return (
            <ListRow
              key={report.id}
              title={`A ${labelOf(report.contentType)}, for ${report.reason.replace("_", " ")}`}
              description={
                <>
                  <Time value={report.createdAt} />
                  {report.note ? <span className="block">{report.note}</span> : null}
                </>
              }
              trailing={<Badge variant={state?.variant}>{state?.text ?? report.status}</Badge>}
            />
          );
        })}
      </RowList>
      {query.hasNextPage ? (
        <InfiniteListEnd
          hasMore
          loading={query.isFetchingNextPage}
          failed={query.isFetchNextPageError}
          onMore={() => void query.fetchNextPage()}
        />
      ) : null}
    </>
  );
}
