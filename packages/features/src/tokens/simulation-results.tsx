"use client";

import { tokenTypes } from "@neothink/brand/tokens";
import { Button } from "@neothink/ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@neothink/ui/card";
import { ErrorState } from "@neothink/ui/error-state";
import {
  formatAmount,
  formatCompact,
  formatCount,
  formatPercent,
} from "@neothink/ui/format-number";
import { Progress } from "@neothink/ui/progress";
import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import { Table, TableCell, TableHead, TableRow } from "@neothink/ui/table";
import { useQuery } from "@tanstack/react-query";
import { Decimal } from "decimal.js";
import Link from "next/link";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { type ChartLine, SimulationChart } from "./simulation-chart.tsx";
import { isUnderway, type RunDetails } from "./simulation-query.ts";

type Summary = NonNullable<RunDetails["summary"]>;

const two = (value: number): string => value.toFixed(2);
const share = (value: number | undefined): string =>
  value === undefined ? "–" : formatPercent(value);

const rows: readonly { label: string; value: (summary: Summary) => string }[] = [
  { label: "Actions", value: ({ actions }) => formatCount(actions) },
  { label: "Members still there", value: ({ present }) => formatCount(present) },
  ...tokenTypes.map((token) => ({
    label: `${token} held`,
    value: ({ supply }: Summary) => formatAmount(new Decimal(supply[token]).toFixed(0)),
  })),
  { label: "Inequality (Gini)", value: ({ gini }) => two(gini) },
  { label: "Velocity, 30 days", value: ({ velocity }) => velocity.toFixed(4) },
  { label: "Active after 7 days", value: ({ retention }) => share(retention.d7) },
  { label: "Active after 30 days", value: ({ retention }) => share(retention.d30) },
  { label: "Active after 90 days", value: ({ retention }) => share(retention.d90) },
  { label: "Active days a week", value: ({ engagement }) => two(engagement) },
  { label: "Actions that were paid", value: ({ satisfaction }) => share(satisfaction) },
  {
    label: "Tokens of the member in the middle",
    value: ({ medianBalance }) => formatCompact(medianBalance),
  },
  { label: "Sameness of what is done", value: ({ repetition }) => share(repetition) },
  { label: "Done together", value: ({ collaboration }) => share(collaboration) },
];

/** One run, or two beside each other: main figures and curves. */
export function SimulationResults({
  runId,
  besideId,
}: {
  runId: string;
  besideId: string | null;
}): ReactElement {
  const api = useTRPC();
  const first = useQuery({
    ...api.tokens.simulations.get.queryOptions({ id: runId }),
    refetchInterval: ({ state }) => (state.data && isUnderway(state.data) ? 600 : false),
  });
  const second = useQuery({
    ...api.tokens.simulations.get.queryOptions({ id: besideId ?? runId }),
    enabled: besideId !== null,
  });
  if (first.isError && !first.data) {
    const { message, requestId } = apiFailure(first.error);
    return (
      <ErrorState
        title="This run did not load"
        requestId={requestId}
        onRetry={() => void first.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  if (!first.data) {
    return (
      <LoadingRegion label="Loading the run">
        <Skeleton className="h-96 rounded-xl" />
      </LoadingRegion>
    );
  }
  const beside = besideId === null ? null : (second.data ?? null);
  return <Shown run={first.data} beside={beside} />;
}

function Shown({ run, beside }: { run: RunDetails; beside: RunDetails | null }): ReactElement {
  const runs = beside ? [run, beside] : [run];
  const names = ["A", "B"];
  return (
    <Card>
      <CardHeader className="flex flex-wrap items-start justify-between gap-4">
        <div className="grid gap-1.5">
          <CardTitle>{beside ? "Two runs compared" : run.scenarioName}</CardTitle>
          <CardDescription>
            {runs
              .map((one, index) => (beside ? `${names[index]}: ${titleOf(one)}` : titleOf(one)))
              .join(" · ")}
          </CardDescription>
        </div>
        <div className="flex flex-wrap gap-2">
          {beside ? (
            <Button asChild variant="outline" size="sm">
              <Link href={`/admin/simulator?run=${run.id}`}>Only A</Link>
            </Button>
          ) : null}
          {run.details ? (
            <Button variant="outline" size="sm" onClick={() => save(run)}>
              Export as JSON
            </Button>
          ) : null}
        </div>
      </CardHeader>
      <CardContent className="grid grid-cols-1 gap-8">
        {isUnderway(run) ? (
          <div className="grid gap-2" aria-live="polite">
            <p className="text-sm text-muted-foreground">{run.progress}% of the days are done.</p>
            <Progress value={run.progress} label="Progress of the run" />
          </div>
        ) : null}
        {run.status === "failed" ? (
          <p className="text-sm text-muted-foreground">{run.notes ?? "This run has no result."}</p>
        ) : null}
        {run.summary ? <Figures runs={runs} names={names} /> : null}
        {run.details ? <Curves runs={runs} names={names} /> : null}
      </CardContent>
    </Card>
  );
}

function titleOf({ scenarioName, parameters }: RunDetails): string {
  return parameters
    ? `${scenarioName}, ${formatCount(parameters.members)} members, ${formatCount(parameters.days)} days, seed ${parameters.seed}`
    : scenarioName;
}

function Figures({
  runs,
  names,
}: {
  runs: readonly RunDetails[];
  names: readonly string[];
}): ReactElement {
  return (
    <Table label="Main figures">
      <thead>
        <tr>
          <TableHead>Figure</TableHead>
          {runs.map((run, index) => (
            <TableHead key={run.id} className="text-right">
              {runs.length > 1 ? names[index] : "Result"}
            </TableHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, value }) => (
          <TableRow key={label}>
            <TableCell>{label}</TableCell>
            {runs.map((run) => (
              <TableCell key={run.id} className="figures text-right">
                {run.summary ? value(run.summary) : "–"}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function Curves({
  runs,
  names,
}: {
  runs: readonly RunDetails[];
  names: readonly string[];
}): ReactElement {
  const label = (index: number): string => (runs.length > 1 ? (names[index] ?? "") : "");
  const lines = (
    value: (details: NonNullable<RunDetails["details"]>) => readonly (number | null)[],
  ) =>
    runs.flatMap((run, index): ChartLine[] =>
      run.details ? [{ name: label(index) || "All", values: value(run.details), tone: index }] : [],
    );
  const supply =
    runs.length > 1
      ? lines(({ series }) =>
          series.map(({ supply: four }) => tokenTypes.reduce((sum, token) => sum + four[token], 0)),
        )
      : tokenTypes.map(
          (token): ChartLine => ({
            name: token,
            token,
            values: runs[0]?.details?.series.map(({ supply: four }) => four[token]) ?? [],
          }),
        );
  return (
    <div className="grid grid-cols-1 gap-8 xl:grid-cols-2">
      <SimulationChart title="Supply" unit="day" format={formatCompact} lines={supply} />
      <SimulationChart
        title="Members active on a day"
        unit="day"
        format={formatCount}
        lines={lines(({ series }) => series.map(({ active }) => active))}
      />
      <SimulationChart
        title="Inequality of holdings (Gini)"
        unit="day"
        format={two}
        lines={lines(({ series }) => series.map(({ gini }) => gini))}
      />
      <SimulationChart
        title="Velocity: moved in 30 days for each token held"
        unit="day"
        format={(value) => value.toFixed(4)}
        lines={lines(({ series }) => series.map(({ velocity }) => velocity))}
      />
      <SimulationChart
        title="Members still active so many days after joining"
        unit="days after joining"
        format={formatPercent}
        lines={lines(({ survival }) => survival)}
      />
    </div>
  );
}

/** Hands the whole run to the browser as a file. */
function save(run: RunDetails): void {
  const blob = new Blob([JSON.stringify(run, null, 2)], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `simulation-${run.id}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
