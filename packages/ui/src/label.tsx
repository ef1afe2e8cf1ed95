"use client";

import * as LabelPrimitive from "radix-ui/label";
import type { ComponentProps, ReactElement } from "react";

import { cn } from "./cn.ts";

/** The name of a control; pressing it moves the focus there. */
export function Label({
  className,
  ...props
}: ComponentProps<typeof LabelPrimitive.Root>): ReactElement {
  return (
    <LabelPrimitive.Root
      className={cn("text-sm leading-5 font-medium text-foreground", className)}
      {...props}
    />
  );
}
