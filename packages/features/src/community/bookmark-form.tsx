"use client";

import type { RouterOutputs } from "@neothink/api/core/router";
import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { SubmitButton } from "@neothink/ui/submit-button";
import { toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { MomentInput } from "./moment-input.tsx";

type Kept = RouterOutputs["community"]["bookmarks"]["list"]["items"][number];

/** Note and reminder of a bookmark. */
export function BookmarkForm({
  bookmark,
  onClose,
}: {
  bookmark: Kept;
  onClose: () => void;
}): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const [note, setNote] = useState(bookmark.note ?? "");
  const [remindAt, setRemindAt] = useState(bookmark.remindAt);
  const save = useMutation(
    api.community.bookmarks.update.mutationOptions({
      onSuccess: () => {
        toastSuccess("Saved");
        onClose();
        return client.invalidateQueries({ queryKey: api.community.bookmarks.pathKey() });
      },
    }),
  );
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ postId: bookmark.postId, note, remindAt });
      }}
    >
      <Field label="Note">
        <Input value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <Field label="Remind me on" hint="Leave it empty for no reminder." className="max-w-64">
        <MomentInput value={remindAt} onChange={setRemindAt} />
      </Field>
      {save.error ? (
        <Alert tone="error" title="Not saved yet.">
          {apiFailure(save.error).message}
        </Alert>
      ) : null}
      <div className="flex justify-end gap-3">
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
        <SubmitButton pending={save.isPending}>Save</SubmitButton>
      </div>
    </form>
  );
}
