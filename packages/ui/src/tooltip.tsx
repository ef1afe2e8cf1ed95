"use client";

import * as TooltipPrimitive from "radix-ui/tooltip";
import type { ReactElement, ReactNode } from "react";

/** A few words on hover and focus. Extra help only: touch screens never show it. */
export function Tooltip({
  label,
  children,
  side = "top",
}: {
  label: ReactNode;
  /** One element that can take the focus. */
  children: ReactNode;
  side?: "top" | "right" | "bottom" | "left";
}): ReactElement {
  return (
    <TooltipPrimitive.Provider delayDuration={300}>
      <TooltipPrimitive.Root>
        <TooltipPrimitive.Trigger asChild>{children}</TooltipPrimitive.Trigger>
        <TooltipPrimitive.Portal>
          <TooltipPrimitive.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-64 animate-fade-in rounded-md bg-foreground px-2.5 py-1.5 text-xs leading-5 text-background shadow-md forced-colors:border"
          >
            {label}
          </TooltipPrimitive.Content>
        </TooltipPrimitive.Portal>
      </TooltipPrimitive.Root>
    </TooltipPrimitive.Provider>
  );
}
