import type { ReactElement, ReactNode } from "react";

import { cn } from "./cn.ts";

/** Nothing here yet: says what this place is and offers the first act. */
export function EmptyState({
  icon,
  title,
  children,
  action,
  className,
}: {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}): ReactElement {
  return (
    <div
      className={cn(
        "grid justify-items-center gap-4 rounded-xl border border-dashed px-6 py-13 text-center",
        className,
      )}
    >
      {icon === undefined ? null : (
        <span
          aria-hidden="true"
          className="grid size-12 place-items-center rounded-lg bg-brand-soft text-brand-text [&_svg]:size-5"
        >
          {icon}
        </span>
      )}
      <div className="grid max-w-md gap-1.5">
        <p className="text-base font-semibold tracking-tight">{title}</p>
        {children === undefined ? null : (
          <div className="text-sm leading-relaxed text-muted-foreground">{children}</div>
        )}
      </div>
      {action}
    </div>
  );
}
