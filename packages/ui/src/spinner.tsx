import type { ReactElement } from "react";

import { cn } from "./cn.ts";

/** A turning ring. Decorative unless it carries a label. */
export function Spinner({
  className,
  label,
}: {
  className?: string;
  label?: string;
}): ReactElement {
  return (
    <span role={label === undefined ? undefined : "status"} className="inline-flex">
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        className={cn("size-4 animate-spin motion-reduce:animate-none", className)}
      >
        <circle
          cx="8"
          cy="8"
          r="6.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          opacity="0.25"
        />
        <path
          d="M8 1.5a6.5 6.5 0 0 1 6.5 6.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
        />
      </svg>
      {label === undefined ? null : <span className="sr-only">{label}</span>}
    </span>
  );
}
