"use client";

import { cn } from "@neothink/ui/cn";
import type { ReactElement } from "react";
import { passwordStrength } from "./password-strength.ts";

const tones = ["bg-border", "bg-destructive", "bg-warning", "bg-success", "bg-success"] as const;

/**
 * How good a password is while it is typed, in words and as a bar of four parts. It stands in the
 * paragraph of a hint, hence the spans.
 */
export function StrengthMeter({
  password,
  known,
}: {
  password: string;
  known: readonly string[];
}): ReactElement {
  const { score, label, hint } = passwordStrength(password, known);
  return (
    <span className="grid gap-2">
      <span aria-hidden="true" className="grid grid-cols-4 gap-1.5 pt-1">
        {[1, 2, 3, 4].map((part) => (
          <span
            key={part}
            className={cn(
              "h-1 rounded-full transition-colors forced-colors:border",
              part <= score ? tones[score] : "bg-border",
            )}
          />
        ))}
      </span>
      <span aria-live="polite">
        {password === "" ? null : <span className="font-medium text-foreground">{label}. </span>}
        {hint}
      </span>
    </span>
  );
}
