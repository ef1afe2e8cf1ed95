"use client";

import { cn } from "@neothink/ui/cn";
import { controlClasses } from "@neothink/ui/control-classes";
import { useFieldControl } from "@neothink/ui/field-context";
import type { ComponentProps, ReactElement } from "react";

/** A long list of choices in the browser's own control: typing finds, phones show a wheel. */
export function NativeSelect({ className, ...props }: ComponentProps<"select">): ReactElement {
  const control = useFieldControl(props);
  return (
    <select
      {...props}
      {...control}
      className={cn(controlClasses, "h-11 px-3 text-base sm:h-10 sm:text-sm", className)}
    />
  );
}
