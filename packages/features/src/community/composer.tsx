"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { postLength } from "@neothink/api/community/posts.schema";
import { brand } from "@neothink/brand/current";
import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import { Field } from "@neothink/ui/field";
import { Kbd } from "@neothink/ui/kbd";
import { SubmitButton } from "@neothink/ui/submit-button";
import { toastSuccess } from "@neothink/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { FilePlus2 } from "lucide-react";
import { type KeyboardEvent, type ReactElement, useState } from "react";
import { Controller, useForm, useWatch } from "react-hook-form";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { useRewardToast } from "../tokens/use-reward-toast.ts";
import type { Audience } from "./audience-picker.tsx";
import { CharacterCount } from "./character-count.tsx";
import { ComposerChoices } from "./composer-choices.tsx";
import { DraftConflict } from "./draft-conflict.tsx";
import { DraftLine } from "./draft-line.tsx";
import { DraftPicker } from "./draft-picker.tsx";
import { Markdown } from "./markdown.tsx";
import { MomentInput } from "./moment-input.tsx";
import { PollEditor } from "./poll-editor.tsx";
import { emptyPost, PostForm } from "./post-form.ts";
import { useDraft } from "./use-draft.ts";
import { usePostCache } from "./use-post-cache.ts";
import { WritingArea } from "./writing-area.tsx";

const formFields: readonly string[] = Object.keys(PostForm.shape);

/** Where a member writes a post. What is typed survives errors, reloads and a change of device. */
export function Composer({
  viewerId,
  audiences,
}: {
  viewerId: string;
  audiences: readonly Audience[];
}): ReactElement {
  const api = useTRPC();
  const cache = usePostCache();
  const tellReward = useRewardToast();
  const [preview, setPreview] = useState(false);
  const form = useForm({ resolver: zodResolver(PostForm), defaultValues: emptyPost() });
  const draft = useDraft(form, viewerId);
  const values = useWatch({ control: form.control });
  const { content = "", poll, publishAt, visibility = "private" } = values;
  const { errors } = form.formState;

  const publish = useMutation(
    api.community.posts.publish.mutationOptions({
      onSuccess: async ({ reward }, sent) => {
        draft.finish();
        form.reset(emptyPost(sent));
        setPreview(false);
        if (!reward) {
          toastSuccess(sent.publishAt ? "Scheduled. You find it under Drafts." : "Published");
        }
        tellReward(reward);
        await cache.refresh();
      },
      onError: (error) => {
        for (const [name, messages] of Object.entries(apiFailure(error).fields)) {
          if (formFields.includes(name)) {
            form.setError(`root.${name}`, { message: messages[0] ?? "" });
          }
        }
      },
    }),
  );
  const send = form.handleSubmit((post) => publish.mutate({ ...post, id: draft.id() }));

  function sendByKey(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
  }

  const failure = publish.error ? apiFailure(publish.error) : null;
  const pollError = errors.poll?.question?.message ?? errors.poll?.choices?.message;
  const choiceError = errors.poll?.choices?.find?.((one) => one?.message)?.message;
  return (
    <form
      onSubmit={send}
      onKeyDown={sendByKey}
      aria-label="Write a post"
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-xl border bg-card p-4 shadow-xs sm:p-5"
    >
      {preview ? (
        <section aria-label="Preview" className="min-h-24 rounded-md border border-dashed p-3.5">
          {content.trim() ? (
            <Markdown>{content}</Markdown>
          ) : (
            <p className="text-sm text-muted-foreground">Nothing to show yet.</p>
          )}
        </section>
      ) : (
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
                attachTo={() => ({ type: "post", id: draft.id() })}
                placeholder={`What have you learned, built or noticed, ${brand.persona}?`}
                maxLength={postLength * 2}
              />
            </Field>
          )}
        />
      )}
      {poll ? (
        <Controller
          control={form.control}
          name="poll"
          render={({ field }) =>
            field.value ? (
              <PollEditor
                value={field.value}
                onChange={field.onChange}
                error={pollError ?? choiceError}
              />
            ) : (
              <span />
            )
          }
        />
      ) : null}
      {publishAt ? (
        <Controller
          control={form.control}
          name="publishAt"
          render={({ field, fieldState }) => (
            <div className="flex flex-wrap items-end gap-2">
              <Field label="Appears on" error={fieldState.error?.message}>
                <MomentInput value={field.value} onChange={field.onChange} />
              </Field>
              <Button variant="ghost" onClick={() => field.onChange(null)}>
                Publish at once instead
              </Button>
            </div>
          )}
        />
      ) : null}
      {failure ? (
        <Alert tone="error" title="Not published yet. Your text is kept.">
          {failure.message}
          {failure.requestId ? (
            <span className="block text-xs text-muted-foreground">
              Number to quote: {failure.requestId}
            </span>
          ) : null}
        </Alert>
      ) : null}
      <ComposerChoices form={form} audiences={audiences} preview={preview} onPreview={setPreview} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <DraftLine state={draft.state} />
        {draft.state.status === "none" ? null : (
          <Button
            variant="ghost"
            size="sm"
            className="text-muted-foreground"
            onClick={draft.startNew}
          >
            <FilePlus2 aria-hidden="true" />
            New post
          </Button>
        )}
        {draft.others.length > 0 ? <DraftPicker drafts={draft.others} onOpen={draft.open} /> : null}
        <div className="ml-auto flex items-center gap-3">
          <CharacterCount length={content.trim().length} max={postLength} />
          <span
            className="hidden items-center gap-1 text-xs text-muted-foreground md:inline-flex"
            aria-hidden="true"
          >
            <Kbd>Ctrl</Kbd>
            <Kbd>Enter</Kbd>
          </span>
          <SubmitButton needsScript pending={publish.isPending}>
            {publishAt ? "Schedule" : "Publish"}
          </SubmitButton>
        </div>
      </div>
      {draft.state.status === "conflict" ? (
        <DraftConflict
          mine={form.getValues()}
          theirs={draft.state.theirs}
          onChoose={draft.resolve}
        />
      ) : null}
    </form>
  );
}
