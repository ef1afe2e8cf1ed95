import type { ComponentProps, ReactElement } from "react";

import { cn } from "./cn.ts";

/** A raised surface. `CardHeader`, `CardContent`, `CardFooter` bring the padding. */
export function Card({ className, ...props }: ComponentProps<"div">): ReactElement {
  return (
    <div
      className={cn("rounded-xl border bg-card text-card-foreground shadow-xs", className)}
      {...props}
    />
  );
}

export function CardHeader({ className, ...props }: ComponentProps<"div">): ReactElement {
  return <div className={cn("grid gap-1.5 p-5 pb-0 sm:p-6 sm:pb-0", className)} {...props} />;
}

/** The heading of a card; choose the level with `as`. */
export function CardTitle({
  as: Heading = "h2",
  className,
  ...props
}: ComponentProps<"h2"> & { as?: "h2" | "h3" | "h4" }): ReactElement {
  return (
    <Heading
      className={cn("text-base leading-snug font-semibold tracking-tight", className)}
      {...props}
    />
  );
}

export function CardDescription({ className, ...props }: ComponentProps<"p">): ReactElement {
  return (
    <p className={cn("text-sm leading-relaxed text-muted-foreground", className)} {...props} />
  );
}

export function CardContent({ className, ...props }: ComponentProps<"div">): ReactElement {
  return <div className={cn("p-5 sm:p-6", className)} {...props} />;
}

export function CardFooter({ className, ...props }: ComponentProps<"div">): ReactElement {
  return (
    <div
      className={cn("flex items-center gap-3 border-t px-5 py-4 sm:px-6", className)}
      {...props}
    />
  );
}
