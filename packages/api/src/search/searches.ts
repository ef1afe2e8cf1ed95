import {
  forgetSearches,
  insertSearch,
  listRecentSearches,
  updateSelected,
} from "@neothink/db/search/searches";
import { listSuggestions, type SuggestionRow } from "@neothink/db/search/suggestions";
import type { MemberContext } from "../core/context.ts";
import { formatQuery, parseQuery } from "./query-language.ts";
import type { RecordSearch, SelectHit } from "./search.schema.ts";

const recentShown = 8;
const suggestionsShown = 8;

/** What to offer while the member types; before the first letter what is asked often. */
export async function suggest(
  { db, brand }: MemberContext,
  typed: string,
): Promise<SuggestionRow[]> {
  const offered = await listSuggestions(db, {
    typed,
    platform: brand.slug,
    limit: suggestionsShown,
  });
  return offered.filter((suggestion) => suggestion.query !== typed.trim().toLowerCase());
}

/** The member's own last searches. */
export async function recentSearches({ db, viewer }: MemberContext): Promise<string[]> {
  return listRecentSearches(db, viewer.id, recentShown);
}

/** Forgets one own search, or all. What was asked stays for the figures, without the member. */
export async function clearRecent({ db }: MemberContext, q: string | null): Promise<void> {
  await forgetSearches(db, q);
}

async function keep(
  { db, viewer, brand }: MemberContext,
  { q, kind, results }: RecordSearch,
): Promise<string | null> {
  const query = formatQuery(parseQuery(q)).trim();
  if (query === "") {
    return null;
  }
  return insertSearch(db, {
    userId: viewer.id,
    // The table holds 500 characters; quoting may lengthen what was typed.
    query: query.slice(0, 500),
    filters: kind ? { kind } : {},
    resultsCount: results,
    platform: brand.slug,
  });
}

/** Notes a search that the member came to rest at. */
export async function recordSearch(ctx: MemberContext, input: RecordSearch): Promise<void> {
  await keep(ctx, input);
}

/** Notes which hit was opened. */
export async function selectHit(ctx: MemberContext, input: SelectHit): Promise<void> {
  const id = await keep(ctx, input);
  if (id) {
    await updateSelected(ctx.db, { id, userId: ctx.viewer.id }, input.hit);
  }
}
