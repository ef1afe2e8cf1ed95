"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { PostDraft, postLength } from "@neothink/api/community/posts.schema";
import { brand } from "@neothink/brand/current";
import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import { Field } from "@neothink/ui/field";
import { Kbd } from "@neothink/ui/kbd";
import { SubmitButton } from "@neothink/ui/submit-button";
import { Textarea } from "@neothink/ui/textarea";
import { toastSuccess } from "@neothink/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { type KeyboardEvent, type ReactElement, useState } from "react";
import { Controller, useForm, useWatch } from "react-hook-form";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { useRewardToast } from "../tokens/use-reward-toast.ts";
import { type Audience, AudiencePicker } from "./audience-picker.tsx";
import { CharacterCount } from "./character-count.tsx";
import { Markdown } from "./markdown.tsx";
import { TokenPicker } from "./token-picker.tsx";
import { usePostCache } from "./use-post-cache.ts";
import { useStoredDraft } from "./use-stored-draft.ts";

const empty: PostDraft = { content: "", tokenTag: brand.token, visibility: "public" };

/** Where a member writes a post. What is typed survives errors, reloads and closing the page. */
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
  const form = useForm({
    resolver: zodResolver(PostDraft),
    defaultValues: empty,
  });
  const draft = useStoredDraft(form, viewerId);
  const content = useWatch({ control: form.control, name: "content" });
  const { errors } = form.formState;

  const publish = useMutation(
    api.community.posts.publish.mutationOptions({
      onSuccess: async ({ reward }, sent) => {
        draft.finish();
        form.reset({ content: "", tokenTag: sent.tokenTag, visibility: sent.visibility });
        setPreview(false);
        if (!reward) {
          toastSuccess("Published");
        }
        tellReward(reward);
        await cache.refresh();
      },
      onError: (error) => {
        for (const [name, messages] of Object.entries(apiFailure(error).fields)) {
          if (name === "content" || name === "tokenTag" || name === "visibility") {
            form.setError(name, { message: messages[0] ?? "" });
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
        <Field label="Your post" hideLabel error={errors.content?.message}>
          <Textarea
            {...form.register("content")}
            placeholder={`What have you learned, built or noticed, ${brand.persona}?`}
            maxLength={postLength * 2}
          />
        </Field>
      )}
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
      <div className="flex flex-wrap items-center gap-2">
        <Controller
          control={form.control}
          name="tokenTag"
          render={({ field }) => <TokenPicker value={field.value} onChange={field.onChange} />}
        />
        <Controller
          control={form.control}
          name="visibility"
          render={({ field }) => (
            <AudiencePicker value={field.value} audiences={audiences} onChange={field.onChange} />
          )}
        />
        <Button
          variant="ghost"
          size="sm"
          aria-pressed={preview}
          onClick={() => setPreview(!preview)}
        >
          {preview ? "Write" : "Preview"}
        </Button>
        <div className="ml-auto flex items-center gap-3">
          <CharacterCount length={content.trim().length} max={postLength} />
          <span
            className="hidden items-center gap-1 text-xs text-muted-foreground md:inline-flex"
            aria-hidden="true"
          >
            <Kbd>Ctrl</Kbd>
            <Kbd>Enter</Kbd>
          </span>
          <SubmitButton pending={publish.isPending}>Publish</SubmitButton>
        </div>
      </div>
    </form>
  );
}
