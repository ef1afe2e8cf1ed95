"use client";

import { censusScopes, censusSpans, type ReadCensus } from "@neothink/api/tokens/census.schema";
import { isPlatformSlug, platforms } from "@neothink/brand/platforms";
import { Card, CardContent } from "@neothink/ui/card";
import { cn } from "@neothink/ui/cn";
import { EmptyState } from "@neothink/ui/empty-state";
import { ErrorState } from "@neothink/ui/error-state";
import { formatAmount, formatCount, formatSignedAmount } from "@neothink/ui/format-number";
import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import { Table, TableCell, TableHead, TableRow } from "@neothink/ui/table";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Decimal } from "decimal.js";
import { UsersRound } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { alongDays, type CensusLine, censusName, dayOf, scopeNames } from "./census-names.ts";
import { type ChartLine, SimulationChart } from "./simulation-chart.tsx";

const drawn = 4;

/** The counts of a scope through time: curves, and what changed over the span. */
export function CensusView({ choice }: { choice: ReadCensus }): ReactElement {
  const query = useQuery({
    ...useTRPC().tokens.census.list.queryOptions(choice),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="grid grid-cols-1 gap-8">
      <div className="flex flex-wrap justify-between gap-3">
        <Choices
          label="What is counted"
          items={censusScopes.map((scope) => ({
            href: `/census?scope=${scope}&days=${choice.days}`,
            text: scopeNames[scope],
            current: scope === choice.scope,
          }))}
        />
        <Choices
          label="Span"
          items={censusSpans.map((days) => ({
            href: `/census?scope=${choice.scope}&days=${days}`,
            text: `${days} days`,
            current: days === choice.days,
          }))}
        />
      </div>
      {query.isPending ? (
        <LoadingRegion label="Loading the census">
          <Skeleton className="h-96 rounded-xl" />
        </LoadingRegion>
      ) : null}
      {query.isError && !query.data ? (
        <ErrorState
          title="The census did not load"
          requestId={apiFailure(query.error).requestId}
          onRetry={() => void query.refetch()}
        >
          {apiFailure(query.error).message}
        </ErrorState>
      ) : null}
      {query.data ? <Lines lines={query.data} /> : null}
    </div>
  );
}

function Choices({
  label,
  items,
}: {
  label: string;
  items: readonly { href: string; text: string; current: boolean }[];
}): ReactElement {
  return (
    <nav aria-label={label} className="-mx-1 flex gap-1 overflow-x-auto p-1">
      {items.map(({ href, text, current }) => (
        <Link
          key={href}
          href={href}
          scroll={false}
          aria-current={current ? "true" : undefined}
          className={cn(
            "inline-flex h-8 items-center rounded-full border px-3 text-[0.8125rem] font-medium whitespace-nowrap text-muted-foreground hover:bg-accent",
            "aria-[current=true]:border-brand-border aria-[current=true]:bg-brand-soft aria-[current=true]:text-brand-text",
          )}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}

function Lines({ lines }: { lines: readonly CensusLine[] }): ReactElement {
  if (lines.length === 0) {
    return (
      <EmptyState icon={<UsersRound />} title="Nothing was counted here yet">
        The first count is taken at midnight UTC.
      </EmptyState>
    );
  }
  const largest = lines
    .toSorted(
      (one, other) => (other.points.at(-1)?.population ?? 0) - (one.points.at(-1)?.population ?? 0),
    )
    .slice(0, drawn);
  const days = [
    ...new Set(lines.flatMap(({ points }) => points.map(({ at }) => dayOf(at)))),
  ].sort();
  const curves = (value: (point: CensusLine["points"][number]) => number): ChartLine[] =>
    largest.map((line, tone) => ({
      name: censusName(line),
      tone,
      token: tokenOf(line.name),
      values: alongDays(line, days, value),
    }));
  return (
    <>
      <Card>
        <CardContent className="grid grid-cols-1 gap-8 xl:grid-cols-2">
          <SimulationChart
            title="Members"
            unit="day"
            format={formatCount}
            labels={days}
            lines={curves(({ population }) => population)}
          />
          <SimulationChart
            title="Rewarded actions in the week before"
            unit="day"
            format={formatCount}
            labels={days}
            lines={curves(({ activity }) => activity)}
          />
        </CardContent>
      </Card>
      <Table label="Latest counts and change over the span" className="min-w-[36rem]">
        <thead>
          <tr>
            <TableHead>Counted</TableHead>
            <TableHead className="text-right">Members</TableHead>
            <TableHead className="text-right">Change</TableHead>
            <TableHead className="text-right">Tokens held</TableHead>
            <TableHead className="text-right">Change</TableHead>
            <TableHead className="text-right">Actions a week</TableHead>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <CountRow key={line.scopeId ?? line.name} line={line} />
          ))}
        </tbody>
      </Table>
    </>
  );
}

function tokenOf(name: string): (typeof platforms)["hub"]["token"] | undefined {
  return isPlatformSlug(name) ? platforms[name].token : undefined;
}

function CountRow({ line }: { line: CensusLine }): ReactElement | null {
  const first = line.points[0];
  const last = line.points.at(-1);
  if (!first || !last) {
    return null;
  }
  return (
    <TableRow>
      <TableCell className="font-medium">{censusName(line)}</TableCell>
      <TableCell className="figures text-right">{formatCount(last.population)}</TableCell>
      <TableCell className="figures text-right">
        {formatSignedAmount(String(last.population - first.population))}
      </TableCell>
      <TableCell className="figures text-right">
        {formatAmount(new Decimal(last.assets).toFixed(0))}
      </TableCell>
      <TableCell className="figures text-right">
        {formatSignedAmount(new Decimal(last.assets).minus(first.assets).toFixed(0))}
      </TableCell>
      <TableCell className="figures text-right">{formatCount(last.activity)}</TableCell>
    </TableRow>
  );
}
