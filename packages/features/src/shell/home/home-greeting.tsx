"use client";

import type { ReactElement } from "react";

import { useLocalNow } from "../use-local-now.ts";
import { greetingAt } from "./greeting.ts";

/** "Good morning, Mia", by the clock of the browser; "Welcome, Mia" until it is known. */
export function HomeGreeting({ name }: { name: string | undefined }): ReactElement {
  const now = useLocalNow();
  const words = now === undefined ? "Welcome" : greetingAt(now.getHours());
  return <>{name === undefined ? words : `${words}, ${name}`}</>;
}
