import { Skeleton } from "@neothink/ui/skeleton";
import type { ReactElement } from "react";

const rows = ["a", "b", "c", "d", "e", "f"];

/** The shape of the notification list while it loads. */
export function NotificationsSkeleton(): ReactElement {
  return (
    <div className="divide-y overflow-hidden rounded-xl border bg-card">
      {rows.map((row) => (
        <div key={row} className="flex gap-3.5 px-5 py-4">
          <Skeleton className="size-10 shrink-0 rounded-full" />
          <div className="grid flex-1 content-center gap-2">
            <Skeleton className="h-4 w-2/3" />
            <Skeleton className="h-4 w-1/3" />
          </div>
        </div>
      ))}
    </div>
  );
}
