import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import type { ReactElement } from "react";

/** The shape of a member's page while its data is on the way. */
export default function MemberLoading(): ReactElement {
  return (
    <LoadingRegion className="grid gap-10">
      <div className="grid gap-3">
        <Skeleton className="h-10 w-[min(20rem,70%)]" />
        <Skeleton className="h-5 w-[min(30rem,90%)]" />
      </div>
      <div className="grid gap-4">
        <Skeleton className="h-36 rounded-xl" />
        <Skeleton className="h-36 rounded-xl" />
        <Skeleton className="h-36 rounded-xl" />
      </div>
    </LoadingRegion>
  );
}
