"use client";

import type { DraftContent } from "@neothink/api/community/drafts.schema";
import type { RouterOutputs } from "@neothink/api/core/router";
import { brand } from "@neothink/brand/current";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { useTRPC } from "../shell/trpc-client.tsx";
import { emptyPost, type PostForm, sameDraft } from "./post-form.ts";
import { draftKey, dropDraft, isEmptyDraft, keepDraft, readDraft } from "./stored-draft.ts";

/** A draft as the server keeps it. */
export type Draft = RouterOutputs["community"]["drafts"]["list"][number];

/** How safe the text is: in this browser at once, on the server a moment later. */
export type DraftState =
  | { readonly status: "none" | "saving" | "local" }
  | { readonly status: "saved"; readonly at: Date }
  | { readonly status: "conflict"; readonly theirs: Draft };

export type ConflictChoice = "mine" | "theirs" | "both";

// Long enough not to save each letter, short enough to lose nothing.
const pause = 900;

/** Keeps what is typed: in the browser with every key, on the server with every pause. */
export function useDraft(
  form: UseFormReturn<PostForm>,
  viewerId: string,
): {
  readonly state: DraftState;
  /** The id that the draft will be published with, however often it is sent. */
  readonly id: () => string;
  /** Lets go of the draft: it is published. */
  readonly finish: () => void;
  /** Opens another draft in place of this one. */
  readonly open: (draft: Draft) => void;
  /** Puts this draft aside and begins a new post. */
  readonly startNew: () => void;
  readonly resolve: (choice: ConflictChoice) => void;
  /** Other drafts of the member, last saved first. */
  readonly others: readonly Draft[];
} {
  const api = useTRPC();
  const client = useQueryClient();
  const key = draftKey(viewerId, brand.slug);
  const [state, setState] = useState<DraftState>({ status: "none" });
  const [currentId, setCurrentId] = useState<string | null>(null);
  const id = useRef<string | null>(null);
  const base = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef(false);
  const met = useRef(false);
  const list = api.community.drafts.list.queryOptions();
  const drafts = useQuery(list);
  const save = useMutation(api.community.drafts.save.mutationOptions());
  const discard = useMutation(api.community.drafts.delete.mutationOptions());

  function become(draftId: string | null, version: string | null): void {
    id.current = draftId;
    base.current = version;
    setCurrentId(draftId);
  }

  function ownId(): string {
    if (id.current === null) {
      become(crypto.randomUUID(), null);
    }
    return id.current ?? crypto.randomUUID();
  }

  function keepHere(values: DraftContent): void {
    keepDraft(localStorage, key, { id: ownId(), base: base.current, ...values });
  }

  function saveSoon(): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void saveNow(), pause);
  }

  async function saveNow(): Promise<void> {
    const values = form.getValues();
    const draftId = id.current;
    if (draftId === null || state.status === "conflict") {
      return;
    }
    if (busy.current) {
      saveSoon();
      return;
    }
    if (isEmptyDraft(values)) {
      if (base.current !== null) {
        discard.mutate({ id: draftId });
      }
      become(null, null);
      setState({ status: "none" });
      return;
    }
    busy.current = true;
    setState({ status: "saving" });
    try {
      const answer = await save.mutateAsync({ id: draftId, base: base.current, data: values });
      if (id.current !== draftId) {
        return;
      }
      if (answer.status === "conflict") {
        setState({ status: "conflict", theirs: answer.theirs });
      } else if (answer.status === "saved") {
        base.current = answer.version;
        keepHere(form.getValues());
        setState({ status: "saved", at: answer.savedAt });
      } else {
        // The number stays: should the answer to publishing be lost, sending again publishes nothing anew.
        setState({ status: "none" });
      }
    } catch {
      // The browser keeps the text; the next key tries again.
      setState({ status: "local" });
    } finally {
      busy.current = false;
    }
  }

  function show(draft: Draft): void {
    become(draft.id, draft.version);
    form.reset(draft.data);
    keepHere(draft.data);
    setState({ status: "saved", at: draft.savedAt });
  }

  function finish(): void {
    clearTimeout(timer.current);
    become(null, null);
    dropDraft(localStorage, key);
    setState({ status: "none" });
    void client.invalidateQueries({ queryKey: list.queryKey });
  }

  const onValues = useEffectEvent((values: DraftContent) => {
    ownId();
    keepHere(values);
    saveSoon();
  });

  const restore = useEffectEvent(() => {
    const kept = readDraft(localStorage, key);
    if (kept && isEmptyDraft(form.getValues())) {
      const { id: keptId, base: keptBase, ...values } = kept;
      become(keptId, keptBase);
      form.reset(values);
      setState({ status: "local" });
    }
  });

  /** What this browser holds meets what the server has, once. */
  const meet = useEffectEvent((known: readonly Draft[]) => {
    const values = form.getValues();
    if (isEmptyDraft(values)) {
      const [newest] = known;
      if (newest) {
        show(newest);
      }
      return;
    }
    const theirs = known.find((draft) => draft.id === id.current);
    if (!theirs || theirs.version === base.current) {
      saveSoon();
    } else if (sameDraft(theirs.data, values)) {
      base.current = theirs.version;
      setState({ status: "saved", at: theirs.savedAt });
    } else {
      setState({ status: "conflict", theirs });
    }
  });

  // The outside system is the browser's storage: read once, written with every key.
  useEffect(() => {
    restore();
    const stop = form.subscribe({
      formState: { values: true },
      callback: ({ values }) => onValues(values),
    });
    return () => {
      stop();
      clearTimeout(timer.current);
    };
  }, [form]);

  // The outside system is the server: another device may have written meanwhile.
  const known = drafts.data;
  useEffect(() => {
    if (known && !met.current) {
      met.current = true;
      meet(known);
    }
  }, [known]);

  function resolve(choice: ConflictChoice): void {
    if (state.status !== "conflict") {
      return;
    }
    const { theirs } = state;
    if (choice === "theirs") {
      show(theirs);
      return;
    }
    if (choice === "mine") {
      become(theirs.id, theirs.version);
    } else {
      become(crypto.randomUUID(), null);
    }
    keepHere(form.getValues());
    setState({ status: "saving" });
    saveSoon();
  }

  return {
    state,
    id: ownId,
    finish,
    open: (draft) => {
      clearTimeout(timer.current);
      void saveNow();
      show(draft);
    },
    startNew: () => {
      clearTimeout(timer.current);
      void saveNow().then(() => client.invalidateQueries({ queryKey: list.queryKey }));
      const { tokenTag, visibility } = form.getValues();
      become(null, null);
      dropDraft(localStorage, key);
      form.reset(emptyPost({ tokenTag, visibility }));
      setState({ status: "none" });
    },
    resolve,
    others: (known ?? []).filter((draft) => draft.id !== currentId),
  };
}
