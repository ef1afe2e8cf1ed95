"use client";

import { X } from "lucide-react";
import * as DialogPrimitive from "radix-ui/dialog";
import type { ComponentProps, ReactElement } from "react";

import { Button } from "./button.tsx";
import { cn } from "./cn.ts";

export const Sheet = DialogPrimitive.Root;
export const SheetTrigger = DialogPrimitive.Trigger;
export const SheetClose = DialogPrimitive.Close;

const sides = {
  left: "inset-y-0 left-0 w-[min(21rem,88vw)] border-r data-[state=closed]:animate-sheet-left-out data-[state=open]:animate-sheet-left-in",
  right:
    "inset-y-0 right-0 w-[min(26rem,92vw)] border-l data-[state=closed]:animate-sheet-right-out data-[state=open]:animate-sheet-right-in",
  bottom:
    "inset-x-0 bottom-0 max-h-[85dvh] rounded-t-xl border-t pb-safe data-[state=closed]:animate-sheet-bottom-out data-[state=open]:animate-sheet-bottom-in",
};

/** A panel that slides in from an edge; named by `title`. */
export function SheetContent({
  side = "right",
  title,
  className,
  children,
  ...props
}: ComponentProps<typeof DialogPrimitive.Content> & {
  side?: keyof typeof sides;
  title: string;
}): ReactElement {
  return (
    <DialogPrimitive.Portal>
      <DialogPrimitive.Overlay className="fixed inset-0 z-50 bg-overlay data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in" />
      <DialogPrimitive.Content
        aria-describedby={undefined}
        className={cn(
          "fixed z-50 flex flex-col overflow-y-auto bg-popover text-popover-foreground shadow-lg",
          sides[side],
          className,
        )}
        {...props}
      >
        <div className="sticky top-0 z-10 flex items-center justify-between gap-4 bg-popover px-5 pt-5 pb-3">
          <DialogPrimitive.Title className="text-base font-semibold tracking-tight">
            {title}
          </DialogPrimitive.Title>
          <DialogPrimitive.Close asChild>
            <Button variant="ghost" size="icon-sm" aria-label="Close">
              <X aria-hidden="true" />
            </Button>
          </DialogPrimitive.Close>
        </div>
        <div className="px-5 pb-6">{children}</div>
      </DialogPrimitive.Content>
    </DialogPrimitive.Portal>
  );
}
