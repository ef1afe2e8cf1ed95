"use client";

import { brand } from "@neothink/brand/current";
import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@neothink/ui/dialog";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { SubmitButton } from "@neothink/ui/submit-button";
import { Textarea } from "@neothink/ui/textarea";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent, ReactElement } from "react";
import { NativeSelect } from "../identity/native-select.tsx";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";

/** Where editors set up a challenge. */
export function ChallengeForm(): ReactElement {
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button className="justify-self-start">Set up a challenge</Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Set up a challenge</DialogTitle>
          <DialogDescription>
            The prize is paid from the treasury when it is closed and the goal was reached.
          </DialogDescription>
        </DialogHeader>
        <Form />
      </DialogContent>
    </Dialog>
  );
}

function Form(): ReactElement {
  const api = useTRPC();
  const router = useRouter();
  const client = useQueryClient();
  const rules = useQuery(api.tokens.settings.get.queryOptions());
  const create = useMutation(
    api.tokens.challenge.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await client.invalidateQueries({ queryKey: api.tokens.challenge.pathKey() });
        router.push(`/challenges/${id}`);
      },
    }),
  );
  const failure = create.error ? apiFailure(create.error) : null;
  const errorOf = (name: string) => failure?.fields[name]?.[0];

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    const date = (name: string) => (text(name) ? new Date(text(name)) : null);
    create.mutate({
      title: text("title"),
      description: text("description"),
      instructions: text("instructions"),
      startsAt: date("startsAt"),
      endsAt: date("endsAt"),
      maxParticipants: text("maxParticipants") ? Number(text("maxParticipants")) : null,
      goal: text("goal") || null,
      prize: text("prize") || null,
      actionType: text("actionType") || null,
    });
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label="Headline" error={errorOf("title")} required>
        <Input name="title" maxLength={120} />
      </Field>
      <Field label="What it is about" error={errorOf("description")} required>
        <Textarea name="description" maxLength={2000} />
      </Field>
      <Field label="How one takes part" error={errorOf("instructions")} required>
        <Textarea name="instructions" maxLength={2000} />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field label="Begins" error={errorOf("startsAt")}>
          <Input type="datetime-local" name="startsAt" />
        </Field>
        <Field label="Ends" error={errorOf("endsAt")}>
          <Input type="datetime-local" name="endsAt" />
        </Field>
        <Field label="Goal" error={errorOf("goal")}>
          <Input inputMode="decimal" name="goal" />
        </Field>
        <Field label={`Prize in ${brand.token}`} error={errorOf("prize")}>
          <Input inputMode="decimal" name="prize" />
        </Field>
        <Field label="Most members" error={errorOf("maxParticipants")}>
          <Input type="number" min={1} name="maxParticipants" />
        </Field>
        <Field label="What counts">
          <NativeSelect name="actionType" defaultValue="">
            <option value="">What members note</option>
            {rules.data?.actions.map(({ actionType, label }) => (
              <option key={actionType} value={actionType}>
                {label}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
      {failure ? (
        <Alert tone="error" title="Not set up yet">
          {failure.message}
        </Alert>
      ) : null}
      <DialogFooter>
        <SubmitButton needsScript pending={create.isPending}>
          Set it up
        </SubmitButton>
      </DialogFooter>
    </form>
  );
}
