"use client";

import {
  type ReportableType,
  reportableLabels,
  reportableTypes,
} from "@neothink/api/community/reports.schema";
import { Button } from "@neothink/ui/button";
import { Checkbox } from "@neothink/ui/checkbox";
import { EmptyState } from "@neothink/ui/empty-state";
import { ErrorState } from "@neothink/ui/error-state";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { Label } from "@neothink/ui/label";
import { Skeleton } from "@neothink/ui/skeleton";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { DecideDialog } from "./moderation-decide.tsx";
import { ModerationItem } from "./moderation-item.tsx";
import { type QueueItem, queueOptions } from "./report-query.ts";

function useQueue(contentType: ReportableType | null) {
  return useInfiniteQuery(queueOptions(useTRPC(), contentType ? { contentType } : {}));
}

type QueueQuery = ReturnType<typeof useQueue>;

/** What was reported and waits, the longest waiting first; one or many are decided at once. */
export function ModerationQueue(): ReactElement {
  const [contentType, setContentType] = useState<ReportableType | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [deciding, setDeciding] = useState<readonly QueueItem[]>([]);
  const query = useQueue(contentType);

  function choose(type: ReportableType | null): void {
    setContentType(type);
    setPicked(new Set());
  }

  function pick(id: string, on: boolean): void {
    const next = new Set(picked);
    if (on) {
      next.add(id);
    } else {
      next.delete(id);
    }
    setPicked(next);
  }

  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const chosen = items.filter(({ contentId }) => picked.has(contentId));
  const all = items.length > 0 && chosen.length === items.length;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <fieldset className="-mx-1 flex gap-1.5 overflow-x-auto px-1 py-0.5">
        <legend className="sr-only">Kind</legend>
        {[null, ...reportableTypes].map((type) => (
          <Button
            key={type}
            size="sm"
            variant={type === contentType ? "secondary" : "ghost"}
            className="capitalize"
            aria-pressed={type === contentType}
            onClick={() => choose(type)}
          >
            {type === null ? "Everything" : `${reportableLabels[type]}s`}
          </Button>
        ))}
      </fieldset>
      {items.length > 0 ? (
        <div className="flex min-h-10 flex-wrap items-center gap-4">
          <span className="flex items-center gap-2.5">
            <Checkbox
              id="pick-all"
              checked={all}
              onCheckedChange={(on) =>
                setPicked(new Set(on === true ? items.map((item) => item.contentId) : []))
              }
            />
            <Label htmlFor="pick-all">Choose all</Label>
          </span>
          {chosen.length > 0 ? (
            <Button size="sm" onClick={() => setDeciding(chosen)}>
              Decide {chosen.length} at once
            </Button>
          ) : null}
        </div>
      ) : null}
      <QueueBody
        query={query}
        picked={picked}
        onPick={pick}
        onDecide={(item) => setDeciding([item])}
      />
      <DecideDialog
        items={deciding}
        onClose={(decided) => {
          setDeciding([]);
          if (decided) {
            setPicked(new Set());
          }
        }}
      />
    </div>
  );
}

function QueueBody({
  query,
  picked,
  onPick,
  onDecide,
}: {
  query: QueueQuery;
  picked: ReadonlySet<string>;
  onPick: (id: string, on: boolean) => void;
  onDecide: (item: QueueItem) => void;
}): ReactElement {
  if (query.isPending) {
    return <Skeleton className="h-96 rounded-xl" />;
  }
  if (query.data === undefined) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState requestId={requestId} onRetry={() => void query.refetch()}>
        {message}
      </ErrorState>
    );
  }
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <EmptyState icon={<ShieldCheck />} title="Nothing waits">
        What members report appears here, the longest waiting first.
      </EmptyState>
    );
  }
  return (
    <div>
      <ul aria-label="Reports" className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {items.map((item) => (
          <ModerationItem
            key={item.contentType + item.contentId}
            item={item}
            picked={picked.has(item.contentId)}
            onPick={(on) => onPick(item.contentId, on)}
            onDecide={() => onDecide(item)}
          />
        ))}
      </ul>
      <InfiniteListEnd
        hasMore={query.hasNextPage}
        loading={query.isFetchingNextPage}
        failed={query.isFetchNextPageError}
        onMore={() => void query.fetchNextPage()}
        endText="That is all that waits."
      />
    </div>
  );
}
