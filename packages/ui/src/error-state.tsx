"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import type { ReactElement, ReactNode } from "react";

import { Button } from "./button.tsx";
import { cn } from "./cn.ts";

/** Something failed: what happened, what is kept, what to do, and the id to quote. */
export function ErrorState({
  title = "This part did not load",
  titleAs: Title = "p",
  children = "Nothing you wrote is lost. Try again; if it keeps failing, tell us the number below.",
  requestId,
  onRetry,
  action,
  className,
}: {
  title?: ReactNode;
  /** "h1" where the error stands in place of a whole page. */
  titleAs?: "p" | "h1" | "h2" | "h3";
  children?: ReactNode;
  requestId?: string | undefined;
  onRetry?: (() => void) | undefined;
  action?: ReactNode;
  className?: string;
}): ReactElement {
  return (
    <div
      role="alert"
      className={cn(
        "grid justify-items-center gap-4 rounded-xl border px-6 py-13 text-center",
        className,
      )}
    >
      <span
        aria-hidden="true"
        className="grid size-12 place-items-center rounded-lg bg-warning-soft text-warning"
      >
        <TriangleAlert className="size-5" />
      </span>
      <div className="grid max-w-md gap-1.5">
        <Title className="text-base font-semibold tracking-tight">{title}</Title>
        <div className="text-sm leading-relaxed text-muted-foreground">{children}</div>
      </div>
      <div className="flex flex-wrap justify-center gap-3">
        {onRetry === undefined ? null : (
          <Button variant="outline" onClick={onRetry}>
            <RotateCw aria-hidden="true" />
            Try again
          </Button>
        )}
        {action}
      </div>
      {requestId === undefined ? null : (
        <p className="text-xs text-muted-foreground">
          Number to quote: <code className="figures select-all">{requestId}</code>
        </p>
      )}
    </div>
  );
}
