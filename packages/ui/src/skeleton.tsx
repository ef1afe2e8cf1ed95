import type { ComponentProps, ReactElement } from "react";

import { cn } from "./cn.ts";

/** A placeholder in the shape of what comes. Wrap a group of them in `LoadingRegion`. */
export function Skeleton({ className, ...props }: ComponentProps<"div">): ReactElement {
  return (
    <div
      aria-hidden="true"
      className={cn(
        "animate-shimmer rounded-md bg-border/70 motion-reduce:animate-none",
        className,
      )}
      {...props}
    />
  );
}

/** Tells assistive technology once that something is on its way. */
export function LoadingRegion({
  label = "Loading",
  className,
  children,
}: ComponentProps<"div"> & { label?: string }): ReactElement {
  return (
    <div role="status" className={className}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}
