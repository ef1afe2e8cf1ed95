"use client";

import { cn } from "@neothink/ui/cn";
import type { ReactElement } from "react";
import { passwordStrength } from "./password-strength.ts";

const tones = ["bg-border", "bg-destructive", "bg-warning", "bg-success", "bg-success"] as const;

/** How good a password is while it is typed, in words and as a bar of four parts. */
export function StrengthMeter({
  password,
  known,
}: {
  password: string;
  known: readonly string[];
}): ReactElement {
  const { score, label, hint } = passwordStrength(password, known);
  return (
    <div className="grid gap-2">
      <div aria-hidden="true" className="grid grid-cols-4 gap-1.5">
        {[1, 2, 3, 4].map((part) => (
          <span
            key={part}
            className={cn(
              "h-1 rounded-full transition-colors forced-colors:border",
              part <= score ? tones[score] : "bg-border",
            )}
          />
        ))}
      </div>
      <p aria-live="polite" className="text-[0.8125rem] leading-5 text-muted-foreground">
        {password === "" ? null : <span className="font-medium text-foreground">{label}. </span>}
        {hint}
      </p>
    </div>
  );
}
