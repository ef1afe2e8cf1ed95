import type { ReactElement } from "react";

import { cn } from "./cn.ts";

/** How much of a whole is done; `label` names it for assistive technology. */
export function Progress({
  value,
  max = 100,
  label,
  className,
}: {
  value: number;
  max?: number;
  label: string;
  className?: string;
}): ReactElement {
  const share = max <= 0 ? 0 : Math.min(1, Math.max(0, value / max));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(max, Math.max(0, value))}
      className={cn(
        "h-1.5 w-full overflow-hidden rounded-full bg-foreground/10 forced-colors:border",
        className,
      )}
    >
      <div
        className="h-full origin-left rounded-full bg-primary transition-transform duration-500 ease-out-soft forced-colors:bg-[Highlight]"
        style={{ transform: `scaleX(${share})` }}
      />
    </div>
  );
}
