import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import type { ReactElement } from "react";

/** The shape of an admin page while its data is on the way. */
export default function AdminLoading(): ReactElement {
  return (
    <LoadingRegion className="grid gap-8">
      <div className="grid gap-3">
        <Skeleton className="h-10 w-[min(20rem,70%)]" />
        <Skeleton className="h-5 w-[min(30rem,90%)]" />
      </div>
      <Skeleton className="h-72 rounded-xl" />
      <Skeleton className="h-48 rounded-xl" />
    </LoadingRegion>
  );
}
