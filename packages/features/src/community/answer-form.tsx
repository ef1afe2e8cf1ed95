"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { AnswerDraft, answerLength } from "@neothink/api/community/answers.schema";
import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import { Field } from "@neothink/ui/field";
import { SubmitButton } from "@neothink/ui/submit-button";
import { Textarea } from "@neothink/ui/textarea";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, type ReactElement, useRef, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { CharacterCount } from "./character-count.tsx";
import type { Answer } from "./forum-query.ts";
import { Markdown } from "./markdown.tsx";

/** Where a member answers a topic, replies to an answer, or changes an own one. */
export function AnswerForm({
  topicId,
  parentId = null,
  edited = null,
  onDone,
}: {
  topicId: string;
  parentId?: string | null;
  edited?: Answer | null;
  /** Called when it was sent or given up; without it the form stays. */
  onDone?: () => void;
}): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  // Kept over failed attempts: the server knows a repeated one by it.
  const id = useRef<string | null>(null);
  const [preview, setPreview] = useState(false);
  const form = useForm({
    resolver: zodResolver(AnswerDraft),
    defaultValues: { content: edited?.content ?? "" },
  });
  const content = useWatch({ control: form.control, name: "content" });
  const finished = async (): Promise<void> => {
    id.current = null;
    setPreview(false);
    form.reset({ content: "" });
    await Promise.all([
      client.invalidateQueries({ queryKey: api.community.answers.pathKey() }),
      client.invalidateQueries({ queryKey: api.community.topics.get.queryKey({ id: topicId }) }),
    ]);
    onDone?.();
  };
  const create = useMutation(api.community.answers.create.mutationOptions({ onSuccess: finished }));
  const update = useMutation(api.community.answers.update.mutationOptions({ onSuccess: finished }));
  const send = form.handleSubmit((draft) => {
    if (edited) {
      update.mutate({ id: edited.id, data: draft });
      return;
    }
    id.current ??= crypto.randomUUID();
    create.mutate({ ...draft, id: id.current, topicId, parentId });
  });

  function sendByKey(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
  }

  const failed = create.error ?? update.error;
  const label = parentId === null ? "Your answer" : "Your reply";
  const action = parentId === null ? "Answer" : "Reply";
  return (
    <form onSubmit={send} onKeyDown={sendByKey} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {preview ? (
        <section aria-label="Preview" className="min-h-24 rounded-md border border-dashed p-3.5">
          {content.trim() ? (
            <Markdown>{content}</Markdown>
          ) : (
            <p className="text-sm text-muted-foreground">Nothing to show yet.</p>
          )}
        </section>
      ) : (
        <Field label={label} hideLabel error={form.formState.errors.content?.message}>
          <Textarea
            {...form.register("content")}
            placeholder={parentId === null ? "What would have helped you?" : "Reply"}
            className="min-h-24"
            maxLength={answerLength * 2}
            autoFocus={onDone !== undefined}
          />
        </Field>
      )}
      {failed ? (
        <Alert tone="error" title="Not sent yet. Your text is kept here.">
          {apiFailure(failed).message}
        </Alert>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Button
          variant="ghost"
          size="sm"
          aria-pressed={preview}
          onClick={() => setPreview(!preview)}
        >
          {preview ? "Write" : "Preview"}
        </Button>
        <div className="flex items-center gap-3">
          <CharacterCount length={content.trim().length} max={answerLength} />
          {onDone ? (
            <Button variant="ghost" onClick={onDone}>
              Cancel
            </Button>
          ) : null}
          <SubmitButton needsScript pending={create.isPending || update.isPending}>
            {edited ? "Save" : action}
          </SubmitButton>
        </div>
      </div>
    </form>
  );
}
