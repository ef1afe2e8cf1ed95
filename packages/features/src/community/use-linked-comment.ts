"use client";

import { useEffect, useSyncExternalStore } from "react";

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  window.addEventListener("popstate", onChange);
  return () => {
    window.removeEventListener("hashchange", onChange);
    window.removeEventListener("popstate", onChange);
  };
}

/** The comment that the address points at, `#c-<id>`; null for none. */
export function useLinkedComment(): string | null {
  const hash = useSyncExternalStore(
    subscribe,
    () => location.hash,
    () => "",
  );
  return /^#c-([0-9a-f-]{36})$/i.exec(hash)?.[1] ?? null;
}

/** Brings the linked comment into view and gives it the focus, once it stands in the page. */
export function useScrollToComment(id: string | null, shown: boolean): void {
  // The outside systems are scroll and focus.
  useEffect(() => {
    if (id !== null && shown) {
      const element = document.getElementById(`c-${id}`);
      element?.scrollIntoView({ block: "center" });
      element?.focus({ preventScroll: true });
    }
  }, [id, shown]);
}
