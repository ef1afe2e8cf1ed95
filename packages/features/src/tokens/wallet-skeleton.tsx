import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import type { ReactElement } from "react";

const rows = ["a", "b", "c", "d", "e"] as const;
const cards = rows.slice(0, 4);

/** The shape of movements that are on their way. */
export function HistorySkeleton(): ReactElement {
  return (
    <LoadingRegion label="Loading the history" className="divide-y rounded-xl border bg-card">
      {rows.map((row) => (
        <div key={row} className="flex items-center gap-4 px-4 py-3.5 sm:px-5">
          <Skeleton className="size-9 rounded-lg" />
          <div className="grid flex-1 gap-2">
            <Skeleton className="h-3.5 w-36" />
            <Skeleton className="h-3 w-24" />
          </div>
          <Skeleton className="h-4 w-20" />
        </div>
      ))}
    </LoadingRegion>
  );
}

/** The shape of balances, streak and chart that are on their way. */
export function WalletSkeleton(): ReactElement {
  return (
    <LoadingRegion label="Loading your balances" className="grid gap-4">
      <div className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
        {cards.map((card) => (
          <Skeleton key={card} className="h-34 rounded-xl" />
        ))}
      </div>
      <Skeleton className="h-20 rounded-xl" />
      <Skeleton className="h-66 rounded-xl" />
    </LoadingRegion>
  );
}

/** The shape of one movement with its formula that is on its way. */
export function EntrySkeleton(): ReactElement {
  return (
    <LoadingRegion label="Loading the entry" className="grid gap-6">
      <Skeleton className="h-40 rounded-xl" />
      <Skeleton className="h-96 rounded-xl" />
    </LoadingRegion>
  );
}
