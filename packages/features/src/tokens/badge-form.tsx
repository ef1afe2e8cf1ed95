"use client";

import { BadgeInput, badgeRoles } from "@neothink/api/tokens/badge.schema";
import { Alert } from "@neothink/ui/alert";
import { DialogFooter } from "@neothink/ui/dialog";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { SubmitButton } from "@neothink/ui/submit-button";
import { Textarea } from "@neothink/ui/textarea";
import { toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { NativeSelect } from "../identity/native-select.tsx";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import type { EditedBadge } from "./badges-view.tsx";

const example = '{ "action_type": "post", "count": 10 }';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Where operators write a badge and its rule. */
export function BadgeForm({
  badge,
  onDone,
}: {
  badge: EditedBadge | null;
  onDone: () => void;
}): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const [problem, setProblem] = useState<Readonly<Record<string, string>>>({});
  const settled = {
    onSuccess: async () => {
      toastSuccess("The badge is kept.");
      await client.invalidateQueries({ queryKey: api.tokens.badge.pathKey() });
      onDone();
    },
  };
  const create = useMutation(api.tokens.badge.create.mutationOptions(settled));
  const update = useMutation(api.tokens.badge.update.mutationOptions(settled));
  const error = create.error ?? update.error;

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const checked = BadgeInput.safeParse({
      name: form.get("name"),
      description: form.get("description"),
      role: form.get("role") || null,
      criteria: parsed(String(form.get("criteria"))),
      active: form.get("active") === "yes",
    });
    if (!checked.success) {
      setProblem(
        Object.fromEntries(
          checked.error.issues.map((issue) => [
            String(issue.path[0]),
            issue.path[0] === "criteria"
              ? `This is no rule. An example: ${example}`
              : issue.message,
          ]),
        ),
      );
      return;
    }
    setProblem({});
    if (badge) {
      update.mutate({ id: badge.id, data: checked.data });
    } else {
      create.mutate(checked.data);
    }
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label="Name" error={problem.name} required>
        <Input name="name" defaultValue={badge?.name} maxLength={60} />
      </Field>
      <Field label="What it stands for" error={problem.description} required>
        <Textarea name="description" defaultValue={badge?.description ?? ""} maxLength={300} />
      </Field>
      <Field
        label="Rule"
        error={problem.criteria}
        hint="An action with a count or a least streak, a streak alone, or a group."
        required
      >
        <Textarea
          name="criteria"
          className="font-mono text-sm"
          spellCheck={false}
          defaultValue={badge ? JSON.stringify(badge.criteria, null, 2) : example}
        />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field label="For">
          <NativeSelect name="role" defaultValue={badge?.role ?? ""}>
            <option value="">Everybody</option>
            {badgeRoles.map((role) => (
              <option key={role}>{role}</option>
            ))}
          </NativeSelect>
        </Field>
        <Field label="Awarded">
          <NativeSelect name="active" defaultValue={badge && !badge.active ? "no" : "yes"}>
            <option value="yes">Yes</option>
            <option value="no">Not any more</option>
          </NativeSelect>
        </Field>
      </div>
      {error ? (
        <Alert tone="error" title="Not kept yet">
          {apiFailure(error).message}
        </Alert>
      ) : null}
      <DialogFooter>
        <SubmitButton needsScript pending={create.isPending || update.isPending}>
          Keep
        </SubmitButton>
      </DialogFooter>
    </form>
  );
}
