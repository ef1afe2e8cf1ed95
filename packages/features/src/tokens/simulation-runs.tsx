"use client";

import { Badge } from "@neothink/ui/badge";
import { Button } from "@neothink/ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@neothink/ui/card";
import { EmptyState } from "@neothink/ui/empty-state";
import { formatCount } from "@neothink/ui/format-number";
import { RowList } from "@neothink/ui/list-row";
import { Progress } from "@neothink/ui/progress";
import { Time } from "@neothink/ui/time";
import { toastError } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { isUnderway, type Run } from "./simulation-query.ts";

const tones = {
  pending: "outline",
  running: "info",
  completed: "success",
  failed: "destructive",
} as const;

function toneOf(status: string): "outline" | "info" | "success" | "destructive" {
  return status === "running" || status === "completed" || status === "failed"
    ? tones[status]
    : tones.pending;
}

/** The viewer's latest runs: their state, and what can be done with each. */
export function SimulationRuns({
  runs,
  runId,
  besideId,
}: {
  runs: readonly Run[];
  runId: string | null;
  besideId: string | null;
}): ReactElement {
  if (runs.length === 0) {
    return (
      <EmptyState icon={<FlaskConical />} title="No run yet">
        Choose a scenario above. A thousand members over half a year take about a second.
      </EmptyState>
    );
  }
  return (
    <Card>
      <CardHeader>
        <CardTitle>Your runs</CardTitle>
        <CardDescription>Open one, then compare it with another.</CardDescription>
      </CardHeader>
      <CardContent className="py-2 sm:py-2">
        <RowList label="Runs">
          {runs.map((run) => (
            <RunRow key={run.id} run={run} runId={runId} besideId={besideId} />
          ))}
        </RowList>
      </CardContent>
    </Card>
  );
}

function RunRow({
  run,
  runId,
  besideId,
}: {
  run: Run;
  runId: string | null;
  besideId: string | null;
}): ReactElement {
  const api = useTRPC();
  const cache = useQueryClient();
  const after = {
    onSuccess: () => cache.invalidateQueries({ queryKey: api.tokens.simulations.pathKey() }),
    onError: (error: unknown) => toastError(apiFailure(error).message),
  };
  const cancel = useMutation(api.tokens.simulations.cancel.mutationOptions(after));
  const remove = useMutation(api.tokens.simulations.delete.mutationOptions(after));
  const { parameters } = run;
  const comparable =
    runId !== null && runId !== run.id && besideId !== run.id && run.status === "completed";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
      <div className="min-w-52 flex-1">
        <p className="text-sm leading-6 font-medium">
          <Link
            href={`/admin/simulator?run=${run.id}`}
            aria-current={run.id === runId ? "true" : undefined}
            className="underline-offset-4 hover:underline aria-[current=true]:text-brand-text"
          >
            {run.scenarioName}
          </Link>
        </p>
        <p className="text-[0.8125rem] leading-5 text-muted-foreground">
          {parameters
            ? `${formatCount(parameters.members)} members, ${formatCount(parameters.days)} days, seed ${parameters.seed} · `
            : null}
          <Time value={run.startedAt} />
          {run.status === "failed" && run.notes ? ` · ${run.notes}` : null}
        </p>
        {isUnderway(run) ? (
          <Progress
            value={run.progress}
            label={`Progress of ${run.scenarioName}`}
            className="mt-2 max-w-80"
          />
        ) : null}
      </div>
      <Badge variant={toneOf(run.status)}>{run.status}</Badge>
      {comparable ? (
        <Button asChild variant="outline" size="sm">
          <Link href={`/admin/simulator?run=${runId}&beside=${run.id}`}>Compare</Link>
        </Button>
      ) : null}
      {isUnderway(run) ? (
        <Button
          variant="outline"
          size="sm"
          disabled={cancel.isPending}
          onClick={() => cancel.mutate({ id: run.id })}
        >
          Cancel
        </Button>
      ) : (
        <Button
          variant="ghost"
          size="sm"
          disabled={remove.isPending}
          onClick={() => remove.mutate({ id: run.id })}
        >
          Delete
        </Button>
      )}
    </li>
  );
}
