"use client";

import { Alert } from "@neothink/ui/alert";
import { Field } from "@neothink/ui/field";
import { formatAmount } from "@neothink/ui/format-number";
import { SubmitButton } from "@neothink/ui/submit-button";
import { Textarea } from "@neothink/ui/textarea";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";

/** Says that awards wait for a review, why, and takes the member's answer. Nothing without a hold. */
export function HoldsNotice(): ReactElement | null {
  const api = useTRPC();
  const client = useQueryClient();
  const holds = useQuery(api.tokens.hold.get.queryOptions());
  const [text, setText] = useState("");
  const appeal = useMutation(
    api.tokens.hold.appeal.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: api.tokens.hold.pathKey() }),
    }),
  );
  const hold = holds.data?.find(({ status }) => status === "held" || status === "appealed");
  if (!hold) {
    return null;
  }
  const waiting = Object.entries(hold.waitingTotals)
    .map(([token, total]) => `${formatAmount(String(total))} ${token}`)
    .join(", ");
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (hold) {
      appeal.mutate({ id: hold.id, text });
    }
  }
  return (
    <Alert tone="warning" title="Your rewards are on hold">
      <div className="grid gap-3">
        <p>
          {hold.reason} What you earn now waits for a review{waiting ? `: ${waiting} so far` : ""}.
        </p>
        {hold.status === "appealed" ? (
          <p>Your answer was received. You will be told of the decision.</p>
        ) : (
          <form onSubmit={submit} className="grid gap-3">
            <Field
              label="Why it should be lifted"
              error={appeal.error ? apiFailure(appeal.error).message : undefined}
            >
              <Textarea value={text} onChange={(event) => setText(event.target.value)} />
            </Field>
            <SubmitButton
              needsScript
              pending={appeal.isPending}
              disabled={text.trim().length < 10}
              variant="outline"
              className="justify-self-start"
            >
              Send the appeal
            </SubmitButton>
          </form>
        )}
      </div>
    </Alert>
  );
}
