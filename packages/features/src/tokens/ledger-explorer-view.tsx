"use client";

import { type LedgerQuery, ledgerEvents } from "@neothink/api/tokens/ledger-explorer.schema";
import { platformSlugs, platforms } from "@neothink/brand/platforms";
import { tokenTypes } from "@neothink/brand/tokens";
import { Button } from "@neothink/ui/button";
import { EmptyState } from "@neothink/ui/empty-state";
import { ErrorState } from "@neothink/ui/error-state";
import { Field } from "@neothink/ui/field";
import { formatAmount } from "@neothink/ui/format-number";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { Input } from "@neothink/ui/input";
import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import { Table, TableCell, TableHead, TableRow } from "@neothink/ui/table";
import { Time } from "@neothink/ui/time";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { NativeSelect } from "../identity/native-select.tsx";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { type LedgerRow, ledgerOptions } from "./ledger-explorer-query.ts";

/** The name of a kind of movement, for people. */
export function eventName(event: string): string {
  const words = event.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The ledger with what is looked for; the choice lives in the address. */
export function LedgerExplorerView({ query }: { query: LedgerQuery }): ReactElement {
  return (
    <div className="grid grid-cols-1 gap-8">
      <Filters query={query} key={JSON.stringify(query)} />
      <Entries query={query} />
    </div>
  );
}

function Filters({ query }: { query: LedgerQuery }): ReactElement {
  return (
    <form
      method="get"
      action="/admin/ledger"
      className="grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-4"
    >
      <Field label="Member" hint="Address or id.">
        <Input name="who" defaultValue={query.who ?? ""} autoComplete="off" />
      </Field>
      <Field label="Token" hint="One or all four.">
        <NativeSelect name="token" defaultValue={query.token ?? ""}>
          <option value="">All</option>
          {tokenTypes.map((token) => (
            <option key={token}>{token}</option>
          ))}
        </NativeSelect>
      </Field>
      <Field label="Kind" hint="Of the movement.">
        <NativeSelect name="event" defaultValue={query.event ?? ""}>
          <option value="">All</option>
          {ledgerEvents.map((event) => (
            <option key={event} value={event}>
              {eventName(event)}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label="Platform" hint="Where it happened.">
        <NativeSelect name="site" defaultValue={query.site ?? ""}>
          <option value="">All</option>
          {platformSlugs.map((slug) => (
            <option key={slug} value={slug}>
              {platforms[slug].name}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label="From">
        <Input type="date" name="from" defaultValue={query.from ?? ""} />
      </Field>
      <Field label="To">
        <Input type="date" name="to" defaultValue={query.to ?? ""} />
      </Field>
      <div className="flex gap-3">
        <Button type="submit">Look</Button>
        <Button asChild variant="ghost">
          <Link href="/admin/ledger">All entries</Link>
        </Button>
      </div>
    </form>
  );
}

function Entries({ query }: { query: LedgerQuery }): ReactElement {
  const entries = useInfiniteQuery(ledgerOptions(useTRPC(), query));
  if (entries.isPending) {
    return (
      <LoadingRegion label="Loading the ledger">
        <Skeleton className="h-96 rounded-xl" />
      </LoadingRegion>
    );
  }
  if (entries.isError && !entries.data) {
    const { message, requestId } = apiFailure(entries.error);
    return (
      <ErrorState
        title="The ledger did not load"
        requestId={requestId}
        onRetry={() => void entries.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  const rows = entries.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) {
    return (
      <EmptyState icon={<ScrollText />} title="No such entry">
        Nothing in the ledger fits what you are looking for.
      </EmptyState>
    );
  }
  return (
    <div>
      <Table label="Entries of the ledger" className="min-w-[44rem]">
        <thead>
          <tr>
            <TableHead>Entry</TableHead>
            <TableHead>Kind</TableHead>
            <TableHead className="text-right">Amount</TableHead>
            <TableHead>From</TableHead>
            <TableHead>To</TableHead>
            <TableHead>When</TableHead>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <EntryLine key={row.id} row={row} />
          ))}
        </tbody>
      </Table>
      <InfiniteListEnd
        hasMore={entries.hasNextPage}
        loading={entries.isFetchingNextPage}
        failed={entries.isFetchNextPageError}
        onMore={() => void entries.fetchNextPage()}
        endText="This is where the ledger begins."
      />
    </div>
  );
}

function EntryLine({ row }: { row: LedgerRow }): ReactElement {
  return (
    <TableRow>
      <TableCell>
        <Link
          href={`/admin/ledger/${row.id}`}
          className="figures font-medium text-brand-text underline underline-offset-4"
        >
          {row.id}
        </Link>
      </TableCell>
      <TableCell className="whitespace-nowrap">{eventName(row.eventType)}</TableCell>
      <TableCell className="figures text-right whitespace-nowrap">
        {formatAmount(row.amount)} {row.tokenType}
      </TableCell>
      <TableCell>{row.debitName}</TableCell>
      <TableCell>{row.creditName}</TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground">
        <Time value={row.createdAt} />
      </TableCell>
    </TableRow>
  );
}
