"use client";

import type { RouterOutputs } from "@neothink/api/core/router";
import { Alert } from "@neothink/ui/alert";
import { Avatar } from "@neothink/ui/avatar";
import { Badge } from "@neothink/ui/badge";
import { Button } from "@neothink/ui/button";
import { Card } from "@neothink/ui/card";
import { Field } from "@neothink/ui/field";
import { formatAmount, formatCount } from "@neothink/ui/format-number";
import { Input } from "@neothink/ui/input";
import { PageHeader } from "@neothink/ui/page-header";
import { SubmitButton } from "@neothink/ui/submit-button";
import { Time } from "@neothink/ui/time";
import { toastError, toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useRef, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { ChallengeProgress, ChallengeStatus } from "./challenges-view.tsx";
import { QueryFace } from "./query-face.tsx";

type Details = RouterOutputs["tokens"]["challenge"]["get"];

/** One challenge: what it is, how far it is, who takes part. */
export function ChallengeView({ id }: { id: string }): ReactElement {
  const query = useQuery(useTRPC().tokens.challenge.get.queryOptions({ id }));
  return (
    <QueryFace query={query} what="challenge">
      {(details) => <Shown details={details} />}
    </QueryFace>
  );
}

function Shown({ details }: { details: Details }): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const { challenge, members, editor } = details;
  const settled = {
    onSuccess: () => client.invalidateQueries({ queryKey: api.tokens.pathKey() }),
    onError: (error: unknown) => toastError(apiFailure(error).message),
  };
  const join = useMutation(api.tokens.challenge.join.mutationOptions(settled));
  const leave = useMutation(api.tokens.challenge.leave.mutationOptions(settled));
  const finish = useMutation(
    api.tokens.challenge.finish.mutationOptions({
      ...settled,
      onSuccess: async ({ reached, shares }) => {
        toastSuccess(reached ? "Closed, and the goal was reached" : "Closed", {
          detail: shares.length > 0 ? `${shares.length} shares were paid.` : "No prize was paid.",
        });
        await settled.onSuccess();
      },
    }),
  );
  const open = challenge.status === "active" || challenge.status === "upcoming";
  const { id } = challenge;
  return (
    <>
      <PageHeader
        eyebrow="Challenge"
        title={challenge.title}
        description={challenge.description}
        actions={
          <>
            {open && !challenge.joined ? (
              <Button disabled={join.isPending} onClick={() => join.mutate({ id })}>
                Join
              </Button>
            ) : null}
            {open && challenge.joined ? (
              <Button
                variant="outline"
                disabled={leave.isPending}
                onClick={() => leave.mutate({ id })}
              >
                Leave
              </Button>
            ) : null}
            {open && editor ? (
              <Button
                variant="outline"
                disabled={finish.isPending}
                onClick={() => finish.mutate({ id })}
              >
                Close and split the prize
              </Button>
            ) : null}
          </>
        }
      />
      <div className="grid gap-6">
        <Card className="grid gap-4 p-5">
          <div className="flex flex-wrap items-center gap-2 text-sm text-muted-foreground">
            <ChallengeStatus status={challenge.status} />
            {challenge.joined ? <Badge>You take part</Badge> : null}
            <span className="figures">
              {formatCount(challenge.participants)}
              {challenge.maxParticipants === null
                ? " take part"
                : ` of ${formatCount(challenge.maxParticipants)} places taken`}
            </span>
            {challenge.endsAt ? (
              <span>
                Ends <Time value={challenge.endsAt} />
              </span>
            ) : null}
          </div>
          <ChallengeProgress challenge={challenge} />
          <p className="text-sm leading-6 whitespace-pre-line">{challenge.instructions}</p>
          {challenge.prize === null ? null : (
            <p className="text-sm leading-6 text-muted-foreground">
              {formatAmount(challenge.prize)} {challenge.tokenType} are split by contribution
              {challenge.goal === null ? "" : " when the goal is reached"}.
            </p>
          )}
          {challenge.joined && challenge.status === "active" ? (
            <Contribution details={details} />
          ) : null}
        </Card>
        <section aria-labelledby="members" className="grid gap-4">
          <h2 id="members" className="text-lg font-semibold tracking-tight">
            Who takes part
          </h2>
          {members.length === 0 ? (
            <p className="text-sm leading-6 text-muted-foreground">
              Nobody yet. The first place is yours.
            </p>
          ) : (
            <ul className="divide-y overflow-hidden rounded-xl border bg-card shadow-xs">
              {members.map((member) => (
                <li key={member.userId} className="flex items-center gap-4 px-4 py-3 sm:px-5">
                  <Avatar name={member.name ?? "A member"} src={member.avatarUrl} size="sm" />
                  <span className="min-w-0 flex-1 truncate text-sm font-medium">
                    {member.name ?? "A member"}
                  </span>
                  <span className="figures text-right text-sm text-muted-foreground">
                    {challenge.joined ? formatAmount(member.contributed) : null}
                    {member.prize === null ? null : (
                      <span className="block font-semibold text-success">
                        +{formatAmount(member.prize)} {challenge.tokenType}
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  );
}

function Contribution({ details: { challenge } }: { details: Details }): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const [amount, setAmount] = useState("1");
  const [note, setNote] = useState("");
  const id = useRef<string | null>(null);
  const contribute = useMutation(
    api.tokens.challenge.contribute.mutationOptions({
      onSuccess: async () => {
        id.current = null;
        setNote("");
        toastSuccess("Noted. Thank you.");
        await client.invalidateQueries({ queryKey: api.tokens.challenge.pathKey() });
      },
    }),
  );
  if (challenge.actionType !== null) {
    return (
      <Alert tone="info" title={`${formatAmount(challenge.own)} counted for you`}>
        Each rewarded “{challenge.actionType.replaceAll("_", " ")}” counts by itself.
      </Alert>
    );
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    id.current ??= crypto.randomUUID();
    contribute.mutate({ id: id.current, challengeId: challenge.id, amount, note });
  }
  return (
    <form
      onSubmit={submit}
      className="grid gap-4 border-t pt-4 sm:grid-cols-[8rem_1fr_auto] sm:items-end"
    >
      <Field
        label="How much"
        error={contribute.error ? apiFailure(contribute.error).message : undefined}
      >
        <Input
          inputMode="decimal"
          value={amount}
          onChange={(event) => {
            setAmount(event.target.value);
            id.current = null;
          }}
        />
      </Field>
      <Field label="What you did">
        <Input
          value={note}
          maxLength={1000}
          onChange={(event) => {
            setNote(event.target.value);
            id.current = null;
          }}
        />
      </Field>
      <SubmitButton needsScript pending={contribute.isPending}>
        Contribute
      </SubmitButton>
    </form>
  );
}
