"use client";

import type { ComponentProps, ReactElement } from "react";

import { cn } from "./cn.ts";
import { controlClasses } from "./control-classes.ts";
import { useFieldControl } from "./field-context.ts";

/** Several lines of text; grows with what is written. Inside a `Field` it is labelled by it. */
export function Textarea({ className, ...props }: ComponentProps<"textarea">): ReactElement {
  const control = useFieldControl(props);
  return (
    <textarea
      {...props}
      {...control}
      className={cn(
        controlClasses,
        "field-sizing-content min-h-24 px-3.5 py-2.5 text-base leading-relaxed sm:text-sm sm:leading-relaxed",
        className,
      )}
    />
  );
}
