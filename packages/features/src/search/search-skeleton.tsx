import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import type { ReactElement } from "react";

/** The shape of hits that are on their way. */
export function SearchSkeleton({ count = 4 }: { count?: number }): ReactElement {
  return (
    <LoadingRegion label="Searching" className="grid gap-1">
      {Array.from({ length: count }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other name
          key={row}
          className="flex gap-3.5 px-3 py-4 sm:px-4"
        >
          <Skeleton className="size-9 shrink-0 rounded-full" />
          <div className="grid flex-1 gap-2">
            <Skeleton className="h-3.5 w-36" />
            <Skeleton className="h-3 w-20" />
            <Skeleton className="h-4" />
            <Skeleton className="h-4 w-3/5" />
          </div>
        </div>
      ))}
    </LoadingRegion>
  );
}
