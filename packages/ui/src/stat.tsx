import type { ReactElement, ReactNode } from "react";

import { cn } from "./cn.ts";

/** One figure with its name. */
export function Stat({
  label,
  value,
  detail,
  icon,
  className,
}: {
  label: ReactNode;
  value: ReactNode;
  detail?: ReactNode;
  icon?: ReactNode;
  className?: string;
}): ReactElement {
  return (
    <div className={cn("grid gap-1", className)}>
      <p className="flex items-center gap-1.5 text-sm text-muted-foreground [&_svg]:size-3.5">
        {icon}
        {label}
      </p>
      <p className="display figures text-[2rem] leading-tight">{value}</p>
      {detail === undefined ? null : (
        <p className="text-[0.8125rem] leading-5 text-muted-foreground">{detail}</p>
      )}
    </div>
  );
}
