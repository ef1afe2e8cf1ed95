"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { TopicDraft, topicLength, topicTitleLength } from "@neothink/api/community/topics.schema";
import type { ForumCategory } from "@neothink/brand/forum";
import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@neothink/ui/select";
import { SubmitButton } from "@neothink/ui/submit-button";
import { Switch } from "@neothink/ui/switch";
import { Textarea } from "@neothink/ui/textarea";
import { type ReactElement, useState } from "react";
import { Controller, useForm, useWatch } from "react-hook-form";
import { apiFailure } from "../shell/api-error.ts";
import { CharacterCount } from "./character-count.tsx";
import { Markdown } from "./markdown.tsx";
import { TopicConcepts } from "./topic-concepts.tsx";

/** What a member types as tags: words with commas or spaces between them. */
function tagsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((tag) => tag !== "");
}

/** The form for a topic, new or changed. */
export function TopicForm({
  initial,
  categories,
  mayOpen,
  pending,
  error,
  action,
  onSend,
  onCancel,
}: {
  initial: TopicDraft;
  categories: readonly ForumCategory[];
  /** Visitors may still be let in. */
  mayOpen: boolean;
  pending: boolean;
  error: unknown;
  action: string;
  onSend: (draft: TopicDraft) => void;
  onCancel?: () => void;
}): ReactElement {
  const form = useForm({ resolver: zodResolver(TopicDraft), defaultValues: initial });
  const [preview, setPreview] = useState(false);
  const [tagText, setTagText] = useState(initial.tags.join(", "));
  const description = useWatch({ control: form.control, name: "description" });
  const { errors } = form.formState;
  const tagError = errors.tags?.message ?? errors.tags?.find?.((one) => one)?.message;
  const failure = error ? apiFailure(error) : null;
  return (
    <form
      onSubmit={form.handleSubmit(onSend)}
      aria-label="Your question"
      className="grid grid-cols-[minmax(0,1fr)] gap-5"
    >
      <Field
        label="Title"
        hint="One question, as you would say it aloud."
        error={errors.title?.message}
      >
        <Input {...form.register("title")} maxLength={topicTitleLength * 2} />
      </Field>
      {preview ? (
        <section aria-label="Preview" className="min-h-40 rounded-md border border-dashed p-3.5">
          {description.trim() ? (
            <Markdown>{description}</Markdown>
          ) : (
            <p className="text-sm text-muted-foreground">Nothing to show yet.</p>
          )}
        </section>
      ) : (
        <Field label="Question" hint="Markdown works." error={errors.description?.message}>
          <Textarea
            {...form.register("description")}
            className="min-h-40"
            maxLength={topicLength * 2}
          />
        </Field>
      )}
      <div className="-mt-2 flex items-center justify-between">
        <Button
          variant="ghost"
          size="sm"
          aria-pressed={preview}
          onClick={() => setPreview(!preview)}
        >
          {preview ? "Write" : "Preview"}
        </Button>
        <CharacterCount length={description.trim().length} max={topicLength} />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <Controller
          control={form.control}
          name="category"
          render={({ field }) => (
            <Field label="Section" error={errors.category?.message}>
              <Select value={field.value} onValueChange={field.onChange}>
                <SelectTrigger>
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  {categories.map(({ name, slug }) => (
                    <SelectItem key={slug} value={slug}>
                      {name}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            </Field>
          )}
        />
        <Field label="Tags" hint="Up to five, with commas between them." error={tagError}>
          <Input
            value={tagText}
            autoCapitalize="none"
            onChange={(event) => {
              setTagText(event.target.value);
              form.setValue("tags", tagsOf(event.target.value), {
                shouldValidate: form.formState.isSubmitted,
              });
            }}
          />
        </Field>
      </div>
      <Controller
        control={form.control}
        name="relatedConcepts"
        render={({ field }) => <TopicConcepts value={field.value} onChange={field.onChange} />}
      />
      {mayOpen ? (
        <Controller
          control={form.control}
          name="isPublic"
          render={({ field }) => (
            <Field
              label="Readable for visitors"
              hint="Everybody on the web may read the question and its answers. Otherwise it is for members."
            >
              <Switch checked={field.value} onCheckedChange={field.onChange} />
            </Field>
          )}
        />
      ) : null}
      {failure ? (
        <Alert tone="error" title="Not sent yet. Your text is kept here.">
          {failure.message}
          {failure.requestId ? (
            <span className="block text-xs text-muted-foreground">
              Number to quote: {failure.requestId}
            </span>
          ) : null}
        </Alert>
      ) : null}
      <div className="flex justify-end gap-3">
        {onCancel ? (
          <Button variant="ghost" onClick={onCancel}>
            Cancel
          </Button>
        ) : null}
        <SubmitButton needsScript pending={pending}>
          {action}
        </SubmitButton>
      </div>
    </form>
  );
}
