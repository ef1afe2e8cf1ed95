import type { ReactElement, ReactNode } from "react";

import { cn } from "./cn.ts";

/** A list of rows with lines between them. */
export function RowList({
  className,
  label,
  children,
}: {
  className?: string;
  label?: string;
  children: ReactNode;
}): ReactElement {
  return (
    <ul aria-label={label} className={cn("divide-y", className)}>
      {children}
    </ul>
  );
}

/** One row: something in front, a title with a second line, something behind. */
export function ListRow({
  leading,
  title,
  description,
  trailing,
  className,
}: {
  leading?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  trailing?: ReactNode;
  className?: string;
}): ReactElement {
  return (
    <li className={cn("flex items-center gap-4 py-4", className)}>
      {leading}
      <div className="min-w-0 flex-1">
        <div className="text-sm leading-6 font-medium">{title}</div>
        {description === undefined ? null : (
          <div className="text-sm leading-6 text-muted-foreground">{description}</div>
        )}
      </div>
      {trailing === undefined ? null : (
        <div className="flex shrink-0 items-center gap-2 text-sm">{trailing}</div>
      )}
    </li>
  );
}
