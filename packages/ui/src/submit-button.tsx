"use client";

import type { ReactElement } from "react";
import { useFormStatus } from "react-dom";
import type { ButtonProps } from "./button.tsx";
import { Button } from "./button.tsx";
import { Spinner } from "./spinner.tsx";

/**
 * The button that sends a form. While `pending` (or while the form's own action runs) it keeps its
 * width and focus, says that it is busy, and ignores further presses.
 */
export function SubmitButton({
  pending = false,
  children,
  onClick,
  ...props
}: Omit<ButtonProps, "asChild" | "type"> & { pending?: boolean }): ReactElement {
  const status = useFormStatus();
  const busy = pending || status.pending;
  return (
    <Button
      {...props}
      type="submit"
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) {
          event.preventDefault();
          return;
        }
        onClick?.(event);
      }}
    >
      {busy ? <Spinner /> : null}
      {children}
    </Button>
  );
}
