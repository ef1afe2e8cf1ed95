"use client";

import type { PostDraft } from "@neothink/api/community/posts.schema";
import { brand } from "@neothink/brand/current";
import { useEffect, useRef } from "react";
import type { UseFormReturn } from "react-hook-form";
import { draftKey, dropDraft, keepDraft, readDraft } from "./stored-draft.ts";

/** Keeps what is typed in the browser's storage until it is published. */
export function useStoredDraft(
  form: UseFormReturn<PostDraft>,
  viewerId: string,
): {
  /** The id that the draft will be published with, however often it is sent. */
  readonly id: () => string;
  /** Lets go of the draft: it is published. */
  readonly finish: () => void;
} {
  const key = draftKey(viewerId, brand.slug);
  const id = useRef<string | null>(null);

  function currentId(): string {
    id.current ??= crypto.randomUUID();
    return id.current;
  }

  // The outside system is the browser's storage: read once, written with every key.
  useEffect(() => {
    const kept = readDraft(localStorage, key);
    if (kept && form.getValues("content") === "") {
      const { id: keptId, ...values } = kept;
      id.current = keptId;
      form.reset(values);
    }
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        id.current ??= crypto.randomUUID();
        keepDraft(localStorage, key, { id: id.current, ...values });
      },
    });
  }, [form, key]);

  return {
    id: currentId,
    finish: () => {
      id.current = null;
      dropDraft(localStorage, key);
    },
  };
}
