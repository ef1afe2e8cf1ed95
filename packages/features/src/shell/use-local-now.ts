"use client";

import { useSyncExternalStore } from "react";

const tick = 60_000;

function subscribe(onChange: () => void): () => void {
  const timer = setInterval(onChange, tick);
  return () => clearInterval(timer);
}

function minute(): number {
  return Math.floor(Date.now() / tick) * tick;
}

function unknown(): undefined {
  return undefined;
}

/** The time in the browser, to the minute. Undefined on the server, which does not know the zone. */
export function useLocalNow(): Date | undefined {
  const now = useSyncExternalStore<number | undefined>(subscribe, minute, unknown);
  return now === undefined ? undefined : new Date(now);
}
