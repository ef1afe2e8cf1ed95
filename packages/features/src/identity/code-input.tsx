"use client";

import { Input } from "@neothink/ui/input";
import type { ReactElement } from "react";

/** Six digits of a mail or an authenticator, as phones offer to fill them in. Stands in a `Field`. */
export function CodeInput({ autoFocus }: { autoFocus?: boolean }): ReactElement {
  return (
    <Input
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={11}
      autoFocus={autoFocus}
      placeholder="000000"
      className="figures text-center text-lg tracking-[0.4em] placeholder:tracking-[0.4em] sm:text-lg"
    />
  );
}
