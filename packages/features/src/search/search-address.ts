import { HitKind, queryLength } from "@neothink/api/search/search.schema";
import type { SearchChoice } from "./search-options.ts";

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads a search from its address; what it does not know counts as unset. */
export function parseSearchAddress({ q, kind }: Params): SearchChoice {
  const known = HitKind.safeParse(kind);
  return {
    q: typeof q === "string" ? q.slice(0, queryLength) : "",
    kind: known.success ? known.data : null,
  };
}

/** The address of a search. */
export function searchAddress({ q, kind }: SearchChoice): string {
  const params = new URLSearchParams();
  if (q !== "") {
    params.set("q", q);
  }
  if (kind) {
    params.set("kind", kind);
  }
  const query = params.toString();
  return query ? `/search?${query}` : "/search";
}
