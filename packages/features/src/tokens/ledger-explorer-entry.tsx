"use client";

import { Badge } from "@neothink/ui/badge";
import { Button } from "@neothink/ui/button";
import { Card, CardDescription, CardHeader, CardTitle } from "@neothink/ui/card";
import { ErrorState } from "@neothink/ui/error-state";
import { formatAmount } from "@neothink/ui/format-number";
import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import { Time } from "@neothink/ui/time";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { platformName } from "./entry-row.tsx";
import { FormulaSteps } from "./formula-steps.tsx";
import type { LedgerEntry } from "./ledger-explorer-query.ts";
import { LedgerExplorerReversal } from "./ledger-explorer-reversal.tsx";
import { eventName } from "./ledger-explorer-view.tsx";

/** One movement: both accounts, the formula behind it, all entries of its award. */
export function LedgerExplorerEntry({ entryId }: { entryId: string }): ReactElement {
  const query = useQuery(useTRPC().tokens.ledger.get.queryOptions({ id: entryId }));
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-6">
      <div>
        <Button asChild variant="ghost" size="sm" className="-ml-3">
          <Link href="/admin/ledger">
            <ArrowLeft aria-hidden="true" />
            Ledger
          </Link>
        </Button>
      </div>
      {query.data ? <Details details={query.data} /> : null}
      {query.isPending ? (
        <LoadingRegion label="Loading the entry">
          <Skeleton className="h-96 rounded-xl" />
        </LoadingRegion>
      ) : null}
      {query.isError && !query.data ? (
        <ErrorState
          title="This entry did not load"
          requestId={apiFailure(query.error).requestId}
          onRetry={() => void query.refetch()}
        >
          {apiFailure(query.error).message}
        </ErrorState>
      ) : null}
    </div>
  );
}

function Details({ details: { entry, award } }: { details: LedgerEntry }): ReactElement {
  return (
    <>
      <header className="grid gap-3">
        <h1 className="grid gap-1.5">
          <span className="text-sm font-medium text-brand-text">
            Entry {entry.id}: {eventName(entry.eventType)}
          </span>
          <span className="display figures text-[2.25rem] leading-none sm:text-[2.75rem]">
            {formatAmount(entry.amount)}{" "}
            <span className="text-[1.25rem] text-muted-foreground">{entry.tokenType}</span>
          </span>
        </h1>
        <p className="text-sm leading-6 text-muted-foreground">
          From {entry.debitName} to {entry.creditName} · {platformName(entry.site)} ·{" "}
          <Time value={entry.createdAt} format="full" />
        </p>
        {entry.reversesId ? (
          <p className="text-sm">
            <Link
              href={`/admin/ledger/${entry.reversesId}`}
              className="underline underline-offset-4"
            >
              Counters entry {entry.reversesId}
            </Link>
          </p>
        ) : null}
      </header>
      {award ? <Award award={award} entry={entry} /> : <NoAward />}
    </>
  );
}

function NoAward(): ReactElement {
  return (
    <p className="text-sm leading-6 text-muted-foreground">
      This movement was paid by no rule: there is no formula, and nothing that could be taken back.
    </p>
  );
}

function Award({
  award,
  entry,
}: {
  award: NonNullable<LedgerEntry["award"]>;
  entry: LedgerEntry["entry"];
}): ReactElement {
  return (
    <>
      <Card className="overflow-hidden">
        <CardHeader className="flex flex-wrap items-start justify-between gap-3 pb-4 sm:pb-5">
          <div className="grid gap-1.5">
            <CardTitle>{award.label}</CardTitle>
            <CardDescription>The steps, with the figures that held at that moment.</CardDescription>
          </div>
          <Badge variant={award.status === "awarded" ? "success" : "warning"}>{award.status}</Badge>
        </CardHeader>
        <div className="border-t">
          <FormulaSteps steps={award.formula.steps} token={entry.tokenType} />
        </div>
      </Card>
      <Card className="overflow-hidden">
        <CardHeader className="pb-4 sm:pb-5">
          <CardTitle>Entries of this award</CardTitle>
        </CardHeader>
        <ul className="divide-y border-t">
          {award.movements.map((movement) => (
            <li key={movement.id} className="flex items-center gap-4 px-4 py-3 text-sm sm:px-6">
              <Link
                href={`/admin/ledger/${movement.id}`}
                aria-current={movement.id === entry.id ? "page" : undefined}
                className="flex-1 font-medium underline-offset-4 hover:underline aria-[current=page]:text-brand-text"
              >
                {eventName(movement.eventType)}{" "}
                <span className="figures text-muted-foreground">{movement.id}</span>
              </Link>
              <span className="figures font-semibold">{formatAmount(movement.amount)}</span>
            </li>
          ))}
        </ul>
      </Card>
      {award.status === "awarded" ? (
        <LedgerExplorerReversal
          entryId={entry.id}
          amount={formatAmount(award.total)}
          token={entry.tokenType}
        />
      ) : null}
    </>
  );
}
