"use client";

import { Button } from "@neothink/ui/button";
import { BarChart3, CalendarClock } from "lucide-react";
import type { ReactElement } from "react";
import { Controller, type UseFormReturn } from "react-hook-form";
import { type Audience, AudiencePicker } from "./audience-picker.tsx";
import { emptyPoll } from "./poll-editor.tsx";
import type { PostForm } from "./post-form.ts";
import { SectionPicker } from "./section-picker.tsx";
import { TokenPicker } from "./token-picker.tsx";

const day = 86_400_000;

/** What a member chooses for a post beside its text. */
export function ComposerChoices({
  form,
  audiences,
  preview,
  onPreview,
}: {
  form: UseFormReturn<PostForm>;
  audiences: readonly Audience[];
  preview: boolean;
  onPreview: (preview: boolean) => void;
}): ReactElement {
  return (
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
      <Controller
        control={form.control}
        name="section"
        render={({ field }) => <SectionPicker value={field.value} onChange={field.onChange} />}
      />
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label="Add a poll"
        title="Add a poll"
        onClick={() =>
          form.getValues("poll") ?? form.setValue("poll", emptyPoll, { shouldDirty: true })
        }
      >
        <BarChart3 aria-hidden="true" />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label="Publish later"
        title="Publish later"
        onClick={() =>
          form.setValue("publishAt", new Date(Date.now() + day), { shouldDirty: true })
        }
      >
        <CalendarClock aria-hidden="true" />
      </Button>
      <Button variant="ghost" size="sm" aria-pressed={preview} onClick={() => onPreview(!preview)}>
        {preview ? "Write" : "Preview"}
      </Button>
    </div>
  );
}
