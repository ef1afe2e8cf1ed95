"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { CommentDraft, commentLength } from "@neothink/api/community/comments.schema";
import type { Visibility } from "@neothink/api/community/posts.schema";
import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import { Field } from "@neothink/ui/field";
import { SubmitButton } from "@neothink/ui/submit-button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, type ReactElement, useRef } from "react";
import { Controller, useForm, useWatch } from "react-hook-form";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { useRewardToast } from "../tokens/use-reward-toast.ts";
import { CharacterCount } from "./character-count.tsx";
import type { Comment } from "./feed-query.ts";
import { WritingArea } from "./writing-area.tsx";

const formWords = {
  comment: { label: "Your comment", placeholder: "Add a comment", send: "Comment" },
  answer: { label: "Your answer", placeholder: "Write an answer", send: "Answer" },
  edit: { label: "Edit your comment", placeholder: "", send: "Save" },
} as const;

/** Where a member comments on a post, answers a comment, or edits an own one. */
export function CommentForm({
  postId,
  audience,
  parentId = null,
  edited,
  onClose,
}: {
  postId: string;
  audience: Visibility;
  parentId?: string | null;
  /** The comment that is edited, when it is an edit. */
  edited?: Comment;
  /** Closes the form; without it the form stays for the next comment. */
  onClose?: () => void;
}): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const tellReward = useRewardToast();
  // Kept over failed attempts: the server knows a repeated one by it.
  const id = useRef<string | null>(null);
  const form = useForm({
    resolver: zodResolver(CommentDraft),
    defaultValues: { content: edited?.content ?? "" },
  });
  const content = useWatch({ control: form.control, name: "content" });

  async function done(): Promise<void> {
    id.current = null;
    form.reset({ content: "" });
    onClose?.();
    await client.invalidateQueries({ queryKey: api.community.pathKey() });
  }

  const create = useMutation(
    api.community.comments.create.mutationOptions({
      onSuccess: ({ reward }) => {
        tellReward(reward);
        return done();
      },
    }),
  );
  const update = useMutation(
    api.community.comments.update.mutationOptions({ onSuccess: () => done() }),
  );
  const { error, isPending } = edited ? update : create;

  function ownId(): string {
    id.current ??= edited?.id ?? crypto.randomUUID();
    return id.current;
  }

  const send = form.handleSubmit((draft) => {
    if (edited) {
      update.mutate({ id: edited.id, data: draft });
    } else {
      create.mutate({ ...draft, id: ownId(), postId, parentId });
    }
  });

  function byKey(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
    if (event.key === "Escape" && !event.defaultPrevented && !form.formState.isDirty) {
      onClose?.();
    }
  }

  const words = edited ? formWords.edit : formWords[parentId === null ? "comment" : "answer"];
  return (
    <form onSubmit={send} onKeyDown={byKey} aria-label={words.label} className="grid gap-3">
      <Controller
        control={form.control}
        name="content"
        render={({ field, fieldState }) => (
          <Field label={words.label} hideLabel error={fieldState.error?.message}>
            <WritingArea
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              audience={audience}
              attachTo={() => ({ type: "post_comment", id: ownId() })}
              placeholder={words.placeholder}
              className="min-h-20"
              maxLength={commentLength * 2}
              autoFocus={onClose !== undefined}
            />
          </Field>
        )}
      />
      {error ? (
        <Alert tone="error" title="Not sent yet. Your text is kept here.">
          {apiFailure(error).message}
        </Alert>
      ) : null}
      <div className="flex items-center justify-end gap-3">
        <CharacterCount length={content.trim().length} max={commentLength} />
        {onClose ? (
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
        ) : null}
        <SubmitButton needsScript pending={isPending}>
          {words.send}
        </SubmitButton>
      </div>
    </form>
  );
}
