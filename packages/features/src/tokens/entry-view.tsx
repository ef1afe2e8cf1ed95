"use client";

import { isTokenType } from "@neothink/brand/tokens";
import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import { Card, CardDescription, CardHeader, CardTitle } from "@neothink/ui/card";
import { cn } from "@neothink/ui/cn";
import { ErrorState } from "@neothink/ui/error-state";
import { formatAmount, formatSignedAmount } from "@neothink/ui/format-number";
import { Time } from "@neothink/ui/time";
import { TokenGlyph } from "@neothink/ui/token-glyph";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { AwardMovements } from "./award-movements.tsx";
import { platformName } from "./entry-row.tsx";
import { FormulaSteps } from "./formula-steps.tsx";
import { tokenSoft } from "./token-tones.ts";
import type { EntryDetails, WalletAward } from "./wallet-query.ts";
import { EntrySkeleton } from "./wallet-skeleton.tsx";

/** One movement: how much, what for, and the formula with every figure that went into it. */
export function EntryView({ entryId }: { entryId: string }): ReactElement {
  const query = useQuery(useTRPC().tokens.entry.get.queryOptions({ id: entryId }));
  return (
    <div className="mx-auto grid max-w-2xl gap-6">
      <div>
        <Button asChild variant="ghost" size="sm" className="-ml-3">
          <Link href="/wallet">
            <ArrowLeft aria-hidden="true" />
            Wallet
          </Link>
        </Button>
      </div>
      {query.data ? <Details details={query.data} /> : null}
      {query.isPending ? <EntrySkeleton /> : null}
      {query.isError && !query.data ? (
        <ErrorState
          title="This entry did not load"
          requestId={apiFailure(query.error).requestId}
          onRetry={() => void query.refetch()}
        >
          {apiFailure(query.error).message} Your tokens are safe.
        </ErrorState>
      ) : null}
    </div>
  );
}

function Details({ details: { entry, award } }: { details: EntryDetails }): ReactElement {
  const token = isTokenType(entry.tokenType) ? entry.tokenType : null;
  return (
    <>
      <header className="grid gap-4">
        {token ? (
          <span
            className={cn("grid size-12 place-items-center rounded-lg", tokenSoft[token])}
            aria-hidden="true"
          >
            <TokenGlyph token={token} className="size-5" />
          </span>
        ) : null}
        <h1 className="grid gap-1.5">
          <span className="text-sm font-medium text-brand-text">{entry.title}</span>
          <span className="display figures text-[2.625rem] leading-none sm:text-[3.25rem]">
            {formatSignedAmount(entry.change)}{" "}
            <span className="text-[1.375rem] text-muted-foreground">{entry.tokenType}</span>
          </span>
        </h1>
        <p className="text-sm leading-6 text-muted-foreground">
          {platformName(entry.site)} · <Time value={entry.createdAt} format="full" /> · entry{" "}
          <span className="figures">{entry.id}</span>
        </p>
        {award && award.movements.length > 1 ? (
          <p className="text-sm leading-6">
            Part of an award of {formatAmount(award.total)} {entry.tokenType} for “{award.label}”.
          </p>
        ) : null}
        {entry.entityType === "post" && entry.entityId ? (
          <div>
            <Button asChild variant="outline" size="sm">
              <Link href={`/community/${entry.entityId}`}>See the post</Link>
            </Button>
          </div>
        ) : null}
      </header>
      {award ? <AwardDetails award={award} token={entry.tokenType} entryId={entry.id} /> : null}
    </>
  );
}

function AwardDetails({
  award,
  token,
  entryId,
}: {
  award: WalletAward;
  token: string;
  entryId: string;
}): ReactElement {
  return (
    <>
      {award.status === "reversed" ? (
        <Alert title="This award was taken back">
          What it was paid for has been removed. {formatAmount(award.reversedAmount)} {token} went
          back; restoring it brings them again.
        </Alert>
      ) : null}
      {award.status === "held" ? (
        <Alert title="This award is being reviewed">It is paid once the review is over.</Alert>
      ) : null}
      <Card className="overflow-hidden">
        <CardHeader className="pb-4 sm:pb-5">
          <CardTitle>How it was computed</CardTitle>
          <CardDescription>
            The steps for “{award.label}”, with the figures that held at that moment.
          </CardDescription>
        </CardHeader>
        <div className="border-t">
          <FormulaSteps steps={award.formula.steps} token={token} />
        </div>
      </Card>
      <Card className="overflow-hidden">
        <CardHeader className="pb-4 sm:pb-5">
          <CardTitle>Entries of this award</CardTitle>
          <CardDescription>
            The ledger is never rewritten: what is taken back is a new entry.
          </CardDescription>
        </CardHeader>
        <div className="border-t">
          <AwardMovements movements={award.movements} token={token} currentId={entryId} />
        </div>
      </Card>
    </>
  );
}
