"use client";

import { Button } from "@neothink/ui/button";
import { Field } from "@neothink/ui/field";
import { Textarea } from "@neothink/ui/textarea";
import { toastError, toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";

/** The second decision, with its reason. */
export function ModerationAppeal({ id }: { id: string }): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState(false);
  const decide = useMutation(
    api.community.moderation.decideAppeal.mutationOptions({
      onSuccess: () => toastSuccess("The appeal is decided, and the member is told"),
      onError: (error) => toastError("Nothing was decided", { detail: apiFailure(error).message }),
      onSettled: () => client.invalidateQueries({ queryKey: api.community.pathKey() }),
    }),
  );

  function send(outcome: "upheld" | "overturned"): void {
    setMissing(!note.trim());
    if (note.trim() && !decide.isPending) {
      decide.mutate({ id, outcome, note: note.trim() });
    }
  }

  return (
    <div className="grid gap-3">
      <Field
        label="Your reason"
        required
        error={missing ? "Give a reason: the member is told." : undefined}
      >
        <Textarea
          value={note}
          rows={2}
          maxLength={2000}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" variant="outline" onClick={() => send("upheld")}>
          The decision stands
        </Button>
        <Button size="sm" onClick={() => send("overturned")}>
          Take it back
        </Button>
      </div>
    </div>
  );
}
