import { z } from "zod";

/** Longest text of a search, in characters. */
export const queryLength = 200;

/** Hits on one page, and at most. */
export const hitPageSize = 20;
const maxHitPageSize = 50;

/** What can be found: the tabs above the hits. */
export const hitKinds = ["post", "topic", "member"] as const;
export const HitKind = z.enum(hitKinds);
export type HitKind = z.infer<typeof HitKind>;

/** Hits of a kind are counted up to here; more are shown as "99+". */
export const countedHits = 100;

// Control characters and halves of characters mean nothing here, and the database refuses some.
const typed = z.string().overwrite((text) => text.replaceAll(/[\p{Cc}\p{Cs}]+/gu, " "));

const q = typed.max(queryLength, `A search holds ${queryLength} characters at most.`).default("");

export const SearchQuery = z.object({
  q,
  /** One kind of hit; all without it. */
  kind: HitKind.nullish(),
  cursor: z.string().max(200).nullish(),
  limit: z.int().min(1).max(maxHitPageSize).default(hitPageSize),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

export const SuggestSearches = z.object({ q });
export type SuggestSearches = z.infer<typeof SuggestSearches>;

/** One search of the own list, or all of them without it. */
export const ClearRecent = z.object({ q: typed.max(queryLength).nullish() });
export type ClearRecent = z.infer<typeof ClearRecent>;

/** A search that the member came to rest at, with the number of hits that was shown. */
export const RecordSearch = z.object({
  q: typed.trim().min(1).max(queryLength),
  kind: HitKind.nullish(),
  results: z.int().min(0).max(10_000),
});
export type RecordSearch = z.infer<typeof RecordSearch>;

/** The hit that the member opened, and its place in the list, from 1. */
export const SelectHit = RecordSearch.extend({
  hit: z.object({ kind: HitKind, id: z.guid(), place: z.int().min(1).max(10_000) }),
});
export type SelectHit = z.infer<typeof SelectHit>;
