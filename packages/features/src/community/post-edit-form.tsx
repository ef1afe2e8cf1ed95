"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { PostEdit, postLength } from "@neothink/api/community/posts.schema";
import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import { Field } from "@neothink/ui/field";
import { SubmitButton } from "@neothink/ui/submit-button";
import { toastSuccess } from "@neothink/ui/toast";
import { useMutation } from "@tanstack/react-query";
import type { KeyboardEvent, ReactElement } from "react";
import { Controller, useForm, useWatch } from "react-hook-form";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { isVisibility } from "./audience-labels.ts";
import { type Audience, AudiencePicker } from "./audience-picker.tsx";
import { CharacterCount } from "./character-count.tsx";
import type { Post } from "./feed-query.ts";
import { usePostCache } from "./use-post-cache.ts";
import { WritingArea } from "./writing-area.tsx";

/** Edits a post in its place. The tag stays: it has been rewarded. */
export function PostEditForm({
  post,
  audiences,
  onClose,
}: {
  post: Post;
  audiences: readonly Audience[];
  onClose: () => void;
}): ReactElement {
  const api = useTRPC();
  const cache = usePostCache();
  const form = useForm({
    resolver: zodResolver(PostEdit),
    defaultValues: {
      content: post.content,
      visibility: isVisibility(post.visibility) ? post.visibility : "private",
    },
  });
  const content = useWatch({ control: form.control, name: "content" });
  const visibility = useWatch({ control: form.control, name: "visibility" });
  const update = useMutation(
    api.community.posts.update.mutationOptions({
      onSuccess: (saved) => {
        cache.patch(saved.id, () => saved);
        toastSuccess("Saved");
        onClose();
      },
    }),
  );
  const save = form.handleSubmit((data) => update.mutate({ id: post.id, data }));

  function byKey(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
    if (event.key === "Escape" && !event.defaultPrevented && !form.formState.isDirty) {
      onClose();
    }
  }

  return (
    <form onSubmit={save} onKeyDown={byKey} aria-label="Edit the post" className="grid gap-3">
      <Controller
        control={form.control}
        name="content"
        render={({ field, fieldState }) => (
          <Field label="Your post" hideLabel error={fieldState.error?.message}>
            <WritingArea
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              audience={visibility}
              attachTo={() => ({ type: "post", id: post.id })}
              maxLength={postLength * 2}
              autoFocus
            />
          </Field>
        )}
      />
      {update.error ? (
        <Alert tone="error" title="Not saved yet. Your text is kept here.">
          {apiFailure(update.error).message}
        </Alert>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <Controller
          control={form.control}
          name="visibility"
          render={({ field }) => (
            <AudiencePicker value={field.value} audiences={audiences} onChange={field.onChange} />
          )}
        />
        <div className="ml-auto flex items-center gap-3">
          <CharacterCount length={content.trim().length} max={postLength} />
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <SubmitButton pending={update.isPending}>Save</SubmitButton>
        </div>
      </div>
    </form>
  );
}
