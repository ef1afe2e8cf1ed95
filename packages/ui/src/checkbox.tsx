"use client";

import { Check } from "lucide-react";
import * as CheckboxPrimitive from "radix-ui/checkbox";
import type { ComponentProps, ReactElement } from "react";

import { cn } from "./cn.ts";
import { useFieldControl } from "./field-context.ts";

/** A box to tick. Give it a label with `htmlFor`, or use `CheckboxRow`. */
export function Checkbox({
  className,
  ...props
}: ComponentProps<typeof CheckboxPrimitive.Root>): ReactElement {
  const control = useFieldControl(props);
  return (
    <CheckboxPrimitive.Root
      {...props}
      {...control}
      className={cn(
        "hit-area size-5 shrink-0 rounded-sm border border-input bg-card transition-colors",
        "data-[state=checked]:border-primary data-[state=checked]:bg-primary data-[state=checked]:text-primary-foreground",
        "disabled:cursor-not-allowed disabled:opacity-50 aria-invalid:border-destructive",
        className,
      )}
    >
      <CheckboxPrimitive.Indicator className="grid place-items-center">
        <Check aria-hidden="true" strokeWidth={3} className="size-3.5" />
      </CheckboxPrimitive.Indicator>
    </CheckboxPrimitive.Root>
  );
}
