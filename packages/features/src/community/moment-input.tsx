"use client";

import { Input } from "@neothink/ui/input";
import type { ReactElement } from "react";

/** The moment as a browser's field for local time spells it. */
export function localText(at: Date | null): string {
  if (at === null || Number.isNaN(at.getTime())) {
    return "";
  }
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** A day and a time, in the member's own zone. Stands in a `Field`. */
export function MomentInput({
  value,
  onChange,
}: {
  value: Date | null;
  onChange: (value: Date | null) => void;
}): ReactElement {
  return (
    <Input
      type="datetime-local"
      min={localText(new Date())}
      value={localText(value)}
      onChange={(event) => {
        const at = new Date(event.target.value);
        onChange(Number.isNaN(at.getTime()) ? null : at);
      }}
    />
  );
}
