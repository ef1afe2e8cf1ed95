"use client";

import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import type { ReactElement } from "react";
import { useEffect, useRef, useState } from "react";

import { Button } from "./button.tsx";
import { cn } from "./cn.ts";

export type ToastKind = "success" | "error" | "info";

export interface ToastAction {
  label: string;
  onPress: () => void;
}

const icons = { success: CircleCheck, error: CircleAlert, info: Info };
const tones = { success: "text-success", error: "text-destructive", info: "text-info" };

/**
 * One toast. Its clock stands still while the pointer is over it or the focus is inside, so that
 * nobody has to hurry; `onExpire` runs once when the time is over.
 */
export function ToastCard({
  kind,
  message,
  detail,
  action,
  seconds,
  onClose,
  onExpire,
}: {
  kind: ToastKind;
  message: string;
  detail?: string | undefined;
  action?: ToastAction | undefined;
  seconds: number;
  onClose: () => void;
  onExpire: () => void;
}): ReactElement {
  const [held, setHeld] = useState(false);
  const left = useRef(seconds * 1000);
  const expire = useRef(onExpire);
  expire.current = onExpire;

  // The outside system is the clock.
  useEffect(() => {
    if (held) {
      return;
    }
    const started = Date.now();
    const timer = setTimeout(() => expire.current(), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(0, left.current - (Date.now() - started));
    };
  }, [held]);

  const Icon = icons[kind];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the clock; the controls inside do the work
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="flex w-full items-start gap-3 rounded-lg border bg-popover p-3.5 text-sm text-popover-foreground shadow-lg"
    >
      <Icon aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0", tones[kind])} />
      <div className="min-w-0 flex-1">
        <p className="leading-5 font-medium">{message}</p>
        {detail === undefined ? null : (
          <p className="mt-0.5 leading-5 text-muted-foreground">{detail}</p>
        )}
      </div>
      {action === undefined ? null : (
        <Button variant="outline" size="sm" className="-my-1" onClick={action.onPress}>
          {action.label}
        </Button>
      )}
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label="Dismiss"
        className="-my-1 -mr-1"
        onClick={onClose}
      >
        <X aria-hidden="true" />
      </Button>
    </div>
  );
}
