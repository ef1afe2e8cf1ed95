"use client";

import type { RouterOutputs } from "@neothink/api/core/router";
import { Badge } from "@neothink/ui/badge";
import { Button } from "@neothink/ui/button";
import { ErrorState } from "@neothink/ui/error-state";
import { Field } from "@neothink/ui/field";
import { Skeleton } from "@neothink/ui/skeleton";
import { Textarea } from "@neothink/ui/textarea";
import { Time } from "@neothink/ui/time";
import { toastError, toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { SettingsCard } from "../identity/settings-card.tsx";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { labelOf, measureLabels } from "./report-query.ts";

type OwnDecision = RouterOutputs["community"]["reports"]["decisions"][number];

/** What moderators decided about the viewer, each with its reason and the way to appeal. */
export function OwnDecisions(): ReactElement {
  return (
    <SettingsCard
      title="Decisions about you"
      description="You can appeal each of them once. Another moderator decides then."
    >
      <List />
    </SettingsCard>
  );
}

function List(): ReactElement {
  const query = useQuery(useTRPC().community.reports.decisions.queryOptions());
  if (query.isPending) {
    return <Skeleton className="h-24 rounded-lg" />;
  }
  if (query.data === undefined) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState requestId={requestId} onRetry={() => void query.refetch()}>
        {message}
      </ErrorState>
    );
  }
  if (query.data.length === 0) {
    return <p className="text-sm text-muted-foreground">There are none.</p>;
  }
  return (
    <ul aria-label="Decisions about you" className="grid divide-y">
      {query.data.map((decision) => (
        <li key={decision.id} className="grid gap-3 py-5 first:pt-0 last:pb-0">
          <DecisionText decision={decision} />
        </li>
      ))}
    </ul>
  );
}

function DecisionText({ decision }: { decision: OwnDecision }): ReactElement {
  const { appealNote, appealOutcome, appealText, excerpt, suspendedUntil, undoneAt } = decision;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <Badge variant={undoneAt ? "neutral" : "warning"}>
          {undoneAt ? "Taken back" : measureLabels[decision.measure]}
        </Badge>
        <span className="font-medium">Your {labelOf(decision.contentType)}</span>
        <Time value={decision.createdAt} className="text-muted-foreground" />
      </p>
      {excerpt ? (
        <blockquote className="border-l-2 pl-3 text-sm leading-6 text-muted-foreground">
          {excerpt}
        </blockquote>
      ) : null}
      <p className="text-sm leading-6">{decision.note}</p>
      {suspendedUntil ? (
        <p className="text-sm leading-6">
          You can read, and write again <Time value={suspendedUntil} />.
        </p>
      ) : null}
      {appealText ? (
        <p className="text-sm leading-6 text-muted-foreground">Your appeal: {appealText}</p>
      ) : null}
      {appealOutcome ? (
        <p className="text-sm leading-6 font-medium">
          {appealOutcome === "overturned" ? "Your appeal was granted." : "The decision stands."}{" "}
          {appealNote}
        </p>
      ) : null}
      {appealText && !appealOutcome ? (
        <p className="text-sm text-muted-foreground">Another moderator looks at it.</p>
      ) : null}
      {appealText || undoneAt ? null : <AppealForm id={decision.id} />}
    </>
  );
}

function AppealForm({ id }: { id: string }): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const appeal = useMutation(
    api.community.reports.appeal.mutationOptions({
      onSuccess: () => toastSuccess("Your appeal was sent"),
      onError: (error) =>
        toastError("Your appeal was not sent", { detail: apiFailure(error).message }),
      onSettled: () => client.invalidateQueries({ queryKey: api.community.reports.pathKey() }),
    }),
  );
  if (!open) {
    return (
      <Button
        size="sm"
        variant="outline"
        className="justify-self-start"
        onClick={() => setOpen(true)}
      >
        Appeal
      </Button>
    );
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!appeal.isPending && text.trim()) {
          appeal.mutate({ id, text: text.trim() });
        }
      }}
    >
      <Field label="Why should it be looked at again?" required>
        <Textarea
          value={text}
          maxLength={4000}
          rows={4}
          required
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="sm" aria-disabled={appeal.isPending || undefined}>
          Send appeal
        </Button>
        <Button type="button" size="sm" variant="ghost" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
