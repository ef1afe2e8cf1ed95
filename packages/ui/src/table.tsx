import type { ComponentProps, ReactElement } from "react";

import { cn } from "./cn.ts";

/** A table that scrolls sideways within itself; `label` names it. */
export function Table({
  className,
  label,
  ...props
}: ComponentProps<"table"> & { label: string }): ReactElement {
  return (
    // A scrolling region must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section aria-label={label} tabIndex={0} className="relative w-full overflow-x-auto rounded-md">
      <table className={cn("w-full border-collapse text-sm", className)} {...props} />
    </section>
  );
}

export function TableHead({ className, ...props }: ComponentProps<"th">): ReactElement {
  return (
    <th
      scope="col"
      className={cn(
        "h-10 border-b px-3 text-left text-xs font-medium whitespace-nowrap text-muted-foreground first:pl-0 last:pr-0",
        className,
      )}
      {...props}
    />
  );
}

export function TableRow({ className, ...props }: ComponentProps<"tr">): ReactElement {
  return <tr className={cn("border-b last:border-0", className)} {...props} />;
}

export function TableCell({ className, ...props }: ComponentProps<"td">): ReactElement {
  return <td className={cn("px-3 py-3 align-middle first:pl-0 last:pr-0", className)} {...props} />;
}
