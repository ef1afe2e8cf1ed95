"use client";

import { type ReactElement, useSyncExternalStore } from "react";
import { useFormStatus } from "react-dom";
import type { ButtonProps } from "./button.tsx";
import { Button } from "./button.tsx";
import { Spinner } from "./spinner.tsx";

const never = (): (() => void) => () => undefined;

/** False in the server's page and until the browser has taken it over. */
function useScript(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/**
 * The button that sends a form. While `pending` (or while the form's own action runs) it keeps its
 * width and focus, says that it is busy, and ignores further presses. `needsScript` is for forms
 * that only a script can send: pressed too early, the browser would send them itself and lose them.
 */
export function SubmitButton({
  pending = false,
  needsScript = false,
  disabled,
  children,
  onClick,
  ...props
}: Omit<ButtonProps, "asChild" | "type"> & {
  pending?: boolean;
  needsScript?: boolean;
}): ReactElement {
  const status = useFormStatus();
  const script = useScript();
  const busy = pending || status.pending;
  return (
    <Button
      {...props}
      type="submit"
      disabled={disabled || (needsScript && !script)}
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
