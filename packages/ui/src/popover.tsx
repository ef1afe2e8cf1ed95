"use client";

import * as PopoverPrimitive from "radix-ui/popover";
import type { ComponentProps, ReactElement } from "react";

import { cn } from "./cn.ts";

export const Popover = PopoverPrimitive.Root;
export const PopoverTrigger = PopoverPrimitive.Trigger;
export const PopoverClose = PopoverPrimitive.Close;

/** A small panel beside what opened it. Give it an `aria-label` or `aria-labelledby`. */
export function PopoverContent({
  className,
  sideOffset = 8,
  ...props
}: ComponentProps<typeof PopoverPrimitive.Content>): ReactElement {
  return (
    <PopoverPrimitive.Portal>
      <PopoverPrimitive.Content
        sideOffset={sideOffset}
        collisionPadding={12}
        className={cn(
          "z-50 w-80 max-w-[calc(100vw-1.5rem)] origin-(--radix-popover-content-transform-origin) rounded-lg border bg-popover p-4 text-popover-foreground shadow-lg",
          "data-[state=closed]:animate-leave data-[state=open]:animate-enter",
          className,
        )}
        {...props}
      />
    </PopoverPrimitive.Portal>
  );
}
