import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import type { ReactElement } from "react";

/** The shape of posts that are on their way. */
export function FeedSkeleton({ count = 3 }: { count?: number }): ReactElement {
  return (
    <LoadingRegion label="Loading posts" className="grid gap-4">
      {Array.from({ length: count }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other name
          key={row}
          className="grid gap-4 rounded-xl border bg-card p-4 sm:p-5"
        >
          <div className="flex items-center gap-3">
            <Skeleton className="size-9 rounded-full" />
            <div className="grid flex-1 gap-2">
              <Skeleton className="h-3.5 w-32" />
              <Skeleton className="h-3 w-20" />
            </div>
            <Skeleton className="h-6 w-16 rounded-full" />
          </div>
          <div className="grid gap-2">
            <Skeleton className="h-4" />
            <Skeleton className="h-4 w-4/5" />
          </div>
          <Skeleton className="h-6 w-24" />
        </div>
      ))}
    </LoadingRegion>
  );
}
