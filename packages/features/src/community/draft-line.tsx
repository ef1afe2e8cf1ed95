"use client";

import type { ReactElement } from "react";
import type { DraftState } from "./use-draft.ts";

/** How safe the draft is, in two or three words. */
export function DraftLine({ state }: { state: DraftState }): ReactElement {
  return (
    <p aria-live="polite" className="text-xs text-muted-foreground">
      {wordsOf(state)}
    </p>
  );
}

function wordsOf(state: DraftState): string {
  switch (state.status) {
    case "none":
      return "";
    case "saving":
      return "Saving…";
    case "saved":
      return `Draft saved ${new Date(state.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}`;
    case "local":
      return "Draft kept in this browser";
    case "conflict":
      return "Changed on another device";
  }
}
