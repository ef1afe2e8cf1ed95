"use client";

import { ErrorState } from "@neothink/ui/error-state";
import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { SimulationForm } from "./simulation-form.tsx";
import { isUnderway } from "./simulation-query.ts";
import { SimulationResults } from "./simulation-results.tsx";
import { SimulationRuns } from "./simulation-runs.tsx";

/** Start a run, watch it, look at one or two of them. */
export function SimulationView({
  runId,
  besideId,
}: {
  runId: string | null;
  besideId: string | null;
}): ReactElement {
  const api = useTRPC();
  const rules = useQuery(api.tokens.rules.list.queryOptions());
  const runs = useQuery({
    ...api.tokens.simulations.list.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.some(isUnderway) ? 800 : false),
  });
  const error = rules.error ?? runs.error;
  if (error && !(rules.data && runs.data)) {
    return (
      <ErrorState
        title="The simulator did not load"
        requestId={apiFailure(error).requestId}
        onRetry={() => {
          void rules.refetch();
          void runs.refetch();
        }}
      >
        {apiFailure(error).message}
      </ErrorState>
    );
  }
  if (!rules.data || !runs.data) {
    return (
      <LoadingRegion label="Loading the simulator" className="grid gap-4">
        <Skeleton className="h-80 rounded-xl" />
        <Skeleton className="h-48 rounded-xl" />
      </LoadingRegion>
    );
  }
  return (
    <div className="grid grid-cols-1 gap-8">
      {runId ? (
        <SimulationResults key={`${runId} ${besideId}`} runId={runId} besideId={besideId} />
      ) : null}
      <SimulationForm rules={rules.data} />
      <SimulationRuns runs={runs.data} runId={runId} besideId={besideId} />
    </div>
  );
}
