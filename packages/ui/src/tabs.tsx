"use client";

import * as TabsPrimitive from "radix-ui/tabs";
import type { ComponentProps, ReactElement } from "react";

import { cn } from "./cn.ts";

export const Tabs = TabsPrimitive.Root;

/** The row of tabs; scrolls sideways when it does not fit. */
export function TabsList({
  className,
  ...props
}: ComponentProps<typeof TabsPrimitive.List>): ReactElement {
  return (
    <TabsPrimitive.List
      className={cn("flex gap-1 overflow-x-auto border-b p-0.5 pb-0", className)}
      {...props}
    />
  );
}

/** One tab. */
export function TabsTrigger({
  className,
  ...props
}: ComponentProps<typeof TabsPrimitive.Trigger>): ReactElement {
  return (
    <TabsPrimitive.Trigger
      className={cn(
        "-mb-px inline-flex h-10 items-center gap-2 border-b-2 border-transparent px-3 text-sm font-medium whitespace-nowrap text-muted-foreground transition-colors hover:text-foreground",
        "data-[state=active]:border-brand data-[state=active]:text-foreground",
        className,
      )}
      {...props}
    />
  );
}

/** What the chosen tab shows. */
export function TabsContent({
  className,
  ...props
}: ComponentProps<typeof TabsPrimitive.Content>): ReactElement {
  return <TabsPrimitive.Content className={cn("pt-6", className)} {...props} />;
}
