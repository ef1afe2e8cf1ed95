import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import type { ReactElement } from "react";

/** The shape of a one-task page while its data is on the way. */
export default function FocusLoading(): ReactElement {
  return (
    <LoadingRegion className="grid gap-8">
      <Skeleton className="h-1 w-full" />
      <Skeleton className="h-10 w-2/3" />
      <Skeleton className="h-64 rounded-xl" />
    </LoadingRegion>
  );
}
