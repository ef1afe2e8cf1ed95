import type { ReactElement } from "react";

import { cn } from "./cn.ts";

/** A line between groups; with a label, a line with a word in it. */
export function Separator({
  label,
  className,
}: {
  label?: string;
  className?: string;
}): ReactElement {
  if (label === undefined) {
    return <hr className={cn("border-t", className)} />;
  }
  return (
    <div className={cn("flex items-center gap-3 text-xs text-muted-foreground", className)}>
      <span aria-hidden="true" className="h-px flex-1 bg-border" />
      {label}
      <span aria-hidden="true" className="h-px flex-1 bg-border" />
    </div>
  );
}
