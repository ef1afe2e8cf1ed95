"use client";

import type { ReactElement } from "react";
import { useSyncExternalStore } from "react";

import { absoluteTime, relativeTime, shortDate } from "./relative-time.ts";

const tick = 30_000;

function subscribeToClock(onChange: () => void): () => void {
  const timer = setInterval(onChange, tick);
  return () => clearInterval(timer);
}

function currentTick(): number {
  return Math.floor(Date.now() / tick) * tick;
}

function neverChanges(): () => void {
  return () => undefined;
}

function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function serverZone(): string {
  return "UTC";
}

function yes(): boolean {
  return true;
}

function no(): boolean {
  return false;
}

/**
 * A moment: relative ("3 minutes ago") or as a date, and in full, with the viewer's zone, on hover
 * and for screen readers. Without `timeZone` it is the zone of the browser.
 */
export function Time({
  value,
  format = "relative",
  timeZone,
  className,
}: {
  value: Date | string;
  format?: "relative" | "date" | "full";
  timeZone?: string | undefined;
  className?: string;
}): ReactElement {
  const now = useSyncExternalStore(subscribeToClock, currentTick, currentTick);
  const here = useSyncExternalStore(neverChanges, browserZone, serverZone);
  const live = useSyncExternalStore(neverChanges, yes, no);
  const zone = timeZone ?? here;
  const at = new Date(value);
  const full = absoluteTime(at, zone);
  // Seconds round down to the tick, so a moment just past must not appear to lie ahead.
  const reference = new Date(Math.max(now, Math.min(at.getTime(), Date.now())));
  const shown = {
    relative: () => relativeTime(at, reference),
    date: () => shortDate(at, zone),
    full: () => full,
  }[format]();
  return (
    // Page and browser may differ by minutes: hydration keeps the page's words, then they are drawn anew.
    <time
      key={live ? "browser" : "server"}
      dateTime={at.toISOString()}
      title={full}
      className={className}
      suppressHydrationWarning
    >
      {shown}
      {format === "full" ? null : (
        <span className="sr-only" suppressHydrationWarning>
          {" "}
          ({full})
        </span>
      )}
    </time>
  );
}
