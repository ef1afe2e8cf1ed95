"use client";

import * as SwitchPrimitive from "radix-ui/switch";
import type { ComponentProps, ReactElement } from "react";

import { cn } from "./cn.ts";
import { useFieldControl } from "./field-context.ts";

/** A setting that takes effect at once. */
export function Switch({
  className,
  ...props
}: ComponentProps<typeof SwitchPrimitive.Root>): ReactElement {
  const control = useFieldControl(props);
  return (
    <SwitchPrimitive.Root
      {...props}
      {...control}
      className={cn(
        "hit-area inline-flex h-6 w-10 shrink-0 items-center rounded-full border border-transparent bg-input p-0.5 transition-colors",
        "data-[state=checked]:bg-primary disabled:cursor-not-allowed disabled:opacity-50 forced-colors:border-[ButtonText]",
        className,
      )}
    >
      <SwitchPrimitive.Thumb className="block size-4.5 rounded-full bg-white shadow-sm transition-transform duration-200 ease-out-soft data-[state=checked]:translate-x-4 dark:bg-background forced-colors:bg-[ButtonText]" />
    </SwitchPrimitive.Root>
  );
}
