import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import type { ReactElement } from "react";

/** The shape of the home while its data is on the way. */
export default function HomeLoading(): ReactElement {
  return (
    <LoadingRegion className="grid gap-10">
      <div className="grid gap-3">
        <Skeleton className="h-11 w-[min(22rem,80%)]" />
        <Skeleton className="h-5 w-[min(30rem,90%)]" />
      </div>
      <Skeleton className="h-44 rounded-xl" />
      <div className="grid gap-8 lg:grid-cols-[1.618fr_1fr]">
        <div className="grid gap-4">
          <Skeleton className="h-6 w-40" />
          <Skeleton className="h-96 rounded-xl" />
        </div>
        <div className="grid content-start gap-4 lg:pt-10">
          <Skeleton className="h-44 rounded-xl" />
          <Skeleton className="h-36 rounded-xl" />
        </div>
      </div>
    </LoadingRegion>
  );
}
