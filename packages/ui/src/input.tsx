"use client";

import type { ComponentProps, ReactElement } from "react";

import { cn } from "./cn.ts";
import { controlClasses } from "./control-classes.ts";
import { useFieldControl } from "./field-context.ts";

/** A line of text. Inside a `Field` it is labelled and described by it. */
export function Input({ className, ...props }: ComponentProps<"input">): ReactElement {
  const control = useFieldControl(props);
  return (
    <input
      {...props}
      {...control}
      // 16px on phones: smaller text makes iOS zoom into the page.
      className={cn(controlClasses, "h-11 px-3.5 text-base sm:h-10 sm:text-sm", className)}
    />
  );
}
