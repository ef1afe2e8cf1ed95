"use client";

import { Badge } from "@neothink/ui/badge";
import { EmptyState } from "@neothink/ui/empty-state";
import { ErrorState } from "@neothink/ui/error-state";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { Skeleton } from "@neothink/ui/skeleton";
import { Time } from "@neothink/ui/time";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Gavel } from "lucide-react";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { ModerationAppeal } from "./moderation-appeal.tsx";
import { SubjectLine } from "./moderation-item.tsx";
import { type Decision, decisionsOptions, labelOf, measureLabels } from "./report-query.ts";

/** Decisions, newest first; or the appeals that wait. */
export function ModerationDecisions({ appealed }: { appealed: boolean }): ReactElement {
  const query = useInfiniteQuery(decisionsOptions(useTRPC(), appealed));
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
  const decisions = query.data.pages.flatMap((page) => page.items);
  if (decisions.length === 0) {
    return (
      <EmptyState icon={<Gavel />} title={appealed ? "No appeal waits" : "Nothing decided yet"}>
        {appealed
          ? "When a member disputes a decision, another moderator than the first finds it here."
          : "Every decision about a report is kept here, with its reason."}
      </EmptyState>
    );
  }
  return (
    <div>
      <ul
        aria-label={appealed ? "Appeals" : "Decisions"}
        className="grid grid-cols-[minmax(0,1fr)] gap-4"
      >
        {decisions.map((decision) => (
          <li
            key={decision.id}
            className="grid gap-3 rounded-xl border bg-card p-4 text-sm leading-6 shadow-xs sm:p-5"
          >
            <DecisionText decision={decision} />
            {appealed ? <ModerationAppeal id={decision.id} /> : null}
          </li>
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

function DecisionText({ decision }: { decision: Decision }): ReactElement {
  const { appealNote, appealOutcome, appealText, excerpt, measure, moderator, note } = decision;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <Badge variant={decision.undoneAt ? "neutral" : "warning"}>{measureLabels[measure]}</Badge>
        {decision.undoneAt ? <Badge variant="success">Taken back</Badge> : null}
        <span>
          {labelOf(decision.contentType)}, by {moderator ?? "a former moderator"}
        </span>
        <Time value={decision.createdAt} className="text-muted-foreground" />
      </p>
      <SubjectLine subject={decision} />
      {excerpt ? (
        <blockquote className="border-l-2 pl-3 text-muted-foreground">{excerpt}</blockquote>
      ) : null}
      {note ? <p>Reason: {note}</p> : null}
      {appealText ? (
        <p>
          <span className="font-medium">Appeal:</span> {appealText}
        </p>
      ) : null}
      {appealOutcome ? (
        <p>
          <span className="font-medium">
            {appealOutcome === "overturned" ? "Overturned:" : "Upheld:"}
          </span>{" "}
          {appealNote}
        </p>
      ) : null}
    </>
  );
}
