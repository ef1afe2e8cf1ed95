"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { CommentDraft, commentLength } from "@neothink/api/community/comments.schema";
import { Alert } from "@neothink/ui/alert";
import { Field } from "@neothink/ui/field";
import { SubmitButton } from "@neothink/ui/submit-button";
import { Textarea } from "@neothink/ui/textarea";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, type ReactElement, useRef } from "react";
import { useForm, useWatch } from "react-hook-form";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { useRewardToast } from "../tokens/use-reward-toast.ts";
import { CharacterCount } from "./character-count.tsx";

/** Where a member answers a post. */
export function CommentForm({ postId }: { postId: string }): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const tellReward = useRewardToast();
  // Kept over failed attempts: the server knows a repeated one by it.
  const id = useRef<string | null>(null);
  const form = useForm({ resolver: zodResolver(CommentDraft), defaultValues: { content: "" } });
  const content = useWatch({ control: form.control, name: "content" });
  const create = useMutation(
    api.community.comments.create.mutationOptions({
      onSuccess: async ({ reward }) => {
        id.current = null;
        form.reset();
        tellReward(reward);
        await client.invalidateQueries({ queryKey: api.community.pathKey() });
      },
    }),
  );
  const send = form.handleSubmit((draft) => {
    id.current ??= crypto.randomUUID();
    create.mutate({ ...draft, id: id.current, postId });
  });

  function sendByKey(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
  }

  return (
    <form onSubmit={send} onKeyDown={sendByKey} className="grid gap-3">
      <Field label="Your comment" hideLabel error={form.formState.errors.content?.message}>
        <Textarea
          {...form.register("content")}
          placeholder="Add a comment"
          className="min-h-20"
          maxLength={commentLength * 2}
        />
      </Field>
      {create.error ? (
        <Alert tone="error" title="Not sent yet. Your text is kept here.">
          {apiFailure(create.error).message}
        </Alert>
      ) : null}
      <div className="flex items-center justify-end gap-3">
        <CharacterCount length={content.trim().length} max={commentLength} />
        <SubmitButton pending={create.isPending}>Comment</SubmitButton>
      </div>
    </form>
  );
}
