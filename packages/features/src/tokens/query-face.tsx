"use client";

import { ErrorState } from "@neothink/ui/error-state";
import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";

/** What a query shows while it loads and when it failed; `children` shows what it gave. */
export function QueryFace<Data>({
  query,
  what,
  children,
}: {
  query: UseQueryResult<Data, unknown>;
  /** What is loaded, in the plural, such as "challenges". */
  what: string;
  children: (data: Data) => ReactElement;
}): ReactElement {
  if (query.data !== undefined) {
    return children(query.data);
  }
  if (query.error) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState
        title={`The ${what} did not load`}
        requestId={requestId}
        onRetry={() => void query.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  return (
    <LoadingRegion label={`Loading the ${what}`} className="grid gap-4">
      <Skeleton className="h-24 rounded-xl" />
      <Skeleton className="h-40 rounded-xl" />
      <Skeleton className="h-40 rounded-xl" />
    </LoadingRegion>
  );
}
