import { cn } from "@neothink/ui/cn";
import type { ReactElement } from "react";

// From here on the rest is worth saying aloud.
const near = 0.9;

/** How many characters a text has of those it may have. Spoken only when the end comes near. */
export function CharacterCount({ length, max }: { length: number; max: number }): ReactElement {
  const close = length >= max * near;
  return (
    <p
      aria-live={close ? "polite" : "off"}
      className={cn(
        "figures text-xs text-muted-foreground",
        length > max && "font-medium text-destructive",
      )}
    >
      {length.toLocaleString("en")} / {max.toLocaleString("en")}
      <span className="sr-only"> characters</span>
    </p>
  );
}
