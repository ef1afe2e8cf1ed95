"use client";

import { toast as sonner } from "sonner";
import type { ToastAction, ToastKind } from "./toast-card.tsx";
import { ToastCard } from "./toast-card.tsx";

interface ToastOptions {
  /** A second line. */
  detail?: string;
  action?: ToastAction;
  /** Time to read it; the clock stops on hover and focus. */
  seconds?: number;
  onExpire?: () => void;
}

function show(kind: ToastKind, message: string, options: ToastOptions = {}): void {
  sonner.custom(
    (id) => (
      <ToastCard
        kind={kind}
        message={message}
        detail={options.detail}
        action={
          options.action && {
            label: options.action.label,
            onPress: () => {
              options.action?.onPress();
              sonner.dismiss(id);
            },
          }
        }
        seconds={options.seconds ?? 6}
        onClose={() => {
          sonner.dismiss(id);
          options.onExpire?.();
        }}
        onExpire={() => {
          sonner.dismiss(id);
          options.onExpire?.();
        }}
      />
    ),
    // The card keeps its own clock.
    { duration: Number.POSITIVE_INFINITY },
  );
}

/** Says that something worked. */
export function toastSuccess(message: string, options?: ToastOptions): void {
  show("success", message, options);
}

/** Says that something failed, and what is kept. */
export function toastError(message: string, options?: ToastOptions): void {
  show("error", message, { seconds: 10, ...options });
}

/** Says something worth knowing. */
export function toastInfo(message: string, options?: ToastOptions): void {
  show("info", message, options);
}

/**
 * Says what was done and offers to take it back for ten seconds. `onExpire` runs when the offer
 * ends without being taken: by time or by dismissal.
 */
export function toastUndo(options: {
  message: string;
  onUndo: () => void;
  onExpire?: () => void;
}): void {
  show("success", options.message, {
    seconds: 10,
    action: { label: "Undo", onPress: options.onUndo },
    ...(options.onExpire === undefined ? {} : { onExpire: options.onExpire }),
  });
}
