import type { AppRouter, RouterOutputs } from "@neothink/api/core/router";
import type { HitKind } from "@neothink/api/search/search.schema";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";

/** One page of what was found. */
export type Found = RouterOutputs["search"]["query"];

/** Something that was found. */
export type Hit = Found["hits"][number];

/** A piece of a text, and whether it is what was searched for. */
export type Segment = Hit["excerpt"][number];

/** What is searched; lives in the address. */
export interface SearchChoice {
  readonly q: string;
  /** Null for all kinds. */
  readonly kind: HitKind | null;
}

type Api = TRPCOptionsProxy<AppRouter>;

/** The endless list of hits: the same query where it is prefetched and where it is shown. */
export function hitsOptions(api: Api, { q, kind }: SearchChoice) {
  return api.search.query.infiniteQueryOptions(
    { q, ...(kind ? { kind } : {}) },
    { getNextPageParam: (page) => page.nextCursor },
  );
}
