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

/** The answer that the address points at, `#a-<id>`; null for none. Once it is shown, it gets scroll and focus. */
export function useLinkedAnswer(shownIds: readonly string[]): string | null {
  const hash = useSyncExternalStore(
    subscribe,
    () => location.hash,
    () => "",
  );
  const linked = /^#a-([0-9a-f-]{36})$/i.exec(hash)?.[1] ?? null;
  const shown = linked !== null && shownIds.includes(linked);
  // The outside systems are scroll and focus.
  useEffect(() => {
    if (shown) {
      const element = document.getElementById(`a-${linked}`);
      element?.scrollIntoView({ block: "center" });
      element?.focus({ preventScroll: true });
    }
  }, [linked, shown]);
  return linked;
}
