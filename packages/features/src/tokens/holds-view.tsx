"use client";

import type { RouterOutputs } from "@neothink/api/core/router";
import { Alert } from "@neothink/ui/alert";
import { Badge } from "@neothink/ui/badge";
import { Button } from "@neothink/ui/button";
import { Card } from "@neothink/ui/card";
import { EmptyState } from "@neothink/ui/empty-state";
import { Field } from "@neothink/ui/field";
import { formatAmount } from "@neothink/ui/format-number";
import { Textarea } from "@neothink/ui/textarea";
import { Time } from "@neothink/ui/time";
import { toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { QueryFace } from "./query-face.tsx";

type Hold = RouterOutputs["tokens"]["hold"]["list"][number];

/** Holds to decide on, appeals first; or those that were decided. */
export function HoldsView({ open }: { open: boolean }): ReactElement {
  const query = useQuery(useTRPC().tokens.hold.list.queryOptions({ open }));
  return (
    <div className="grid gap-6">
      <nav aria-label="Holds" className="flex gap-3">
        <Button asChild variant={open ? "secondary" : "ghost"} size="sm">
          <Link href="/admin/holds" aria-current={open ? "page" : undefined}>
            Open
          </Link>
        </Button>
        <Button asChild variant={open ? "ghost" : "secondary"} size="sm">
          <Link href="/admin/holds?decided" aria-current={open ? undefined : "page"}>
            Decided
          </Link>
        </Button>
      </nav>
      <QueryFace query={query} what="holds">
        {(holds) =>
          holds.length === 0 ? (
            <EmptyState icon={<ShieldCheck />} title={open ? "Nothing to review" : "Nothing yet"}>
              Every night the last two weeks are searched for groups that mostly serve themselves.
            </EmptyState>
          ) : (
            <ul className="grid gap-4">
              {holds.map((hold) => (
                <li key={hold.id}>
                  <HoldCard hold={hold} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryFace>
    </div>
  );
}

function HoldCard({ hold }: { hold: Hold }): ReactElement {
  const waiting = Object.entries(hold.waitingTotals)
    .map(([token, total]) => `${formatAmount(String(total))} ${token}`)
    .join(", ");
  const open = hold.status === "held" || hold.status === "appealed";
  return (
    <Card className="grid gap-3 p-5 text-sm leading-6">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="text-base font-semibold tracking-tight">{hold.name ?? "A member"}</h2>
        <Badge>{hold.status}</Badge>
        <span className="text-muted-foreground">
          {hold.rule.replaceAll("_", " ")} · <Time value={hold.createdAt} />
        </span>
      </div>
      <p>{hold.reason}</p>
      <p className="text-muted-foreground">
        {hold.waiting === 0
          ? "No award waits."
          : `${hold.waiting} ${hold.waiting === 1 ? "award waits" : "awards wait"}: ${waiting}.`}
      </p>
      {hold.appealText ? (
        <blockquote className="border-l-2 pl-4 whitespace-pre-line">{hold.appealText}</blockquote>
      ) : null}
      <details>
        <summary className="cursor-pointer text-muted-foreground">What the rule saw</summary>
        <pre className="rounded-md bg-muted p-3 text-xs leading-5 break-all whitespace-pre-wrap">
          {JSON.stringify(hold.evidence, null, 2)}
        </pre>
      </details>
      {open ? <Decision hold={hold} /> : <p>Decided: {hold.decisionNote}</p>}
    </Card>
  );
}

function Decision({ hold }: { hold: Hold }): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const [note, setNote] = useState("");
  const decide = useMutation(
    api.tokens.hold.decide.mutationOptions({
      onSuccess: async ({ paid }, { decision }) => {
        toastSuccess(decision === "released" ? `Released, ${paid} awards paid` : "Confirmed");
        await client.invalidateQueries({ queryKey: api.tokens.hold.pathKey() });
      },
    }),
  );
  const ready = note.trim().length >= 5 && !decide.isPending;
  return (
    <div className="grid gap-3 border-t pt-4">
      <Field label="Reason, for the member">
        <Textarea value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
      </Field>
      {decide.error ? (
        <Alert tone="error" title="Not decided">
          {apiFailure(decide.error).message}
        </Alert>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button
          disabled={!ready}
          onClick={() => decide.mutate({ id: hold.id, decision: "released", note })}
        >
          Release
        </Button>
        <Button
          variant="destructive"
          disabled={!ready}
          onClick={() => decide.mutate({ id: hold.id, decision: "confirmed", note })}
        >
          Confirm the hold
        </Button>
      </div>
    </div>
  );
}
