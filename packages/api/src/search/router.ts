import { memberProcedure, router } from "../core/trpc.ts";
import { find } from "./find.ts";
import {
  ClearRecent,
  RecordSearch,
  SearchQuery,
  SelectHit,
  SuggestSearches,
} from "./search.schema.ts";
import { clearRecent, recentSearches, recordSearch, selectHit, suggest } from "./searches.ts";

export const searchRouter = router({
  /** Posts, topics and members that the viewer may see, best first. */
  query: memberProcedure.input(SearchQuery).query(({ ctx, input }) => find(ctx, input)),

  suggest: memberProcedure.input(SuggestSearches).query(({ ctx, input }) => suggest(ctx, input.q)),

  recent: router({
    list: memberProcedure.query(({ ctx }) => recentSearches(ctx)),
    clear: memberProcedure
      .input(ClearRecent)
      .mutation(({ ctx, input }) => clearRecent(ctx, input.q ?? null)),
  }),

  /** A search at which the member came to rest. */
  record: memberProcedure
    .input(RecordSearch)
    .mutation(({ ctx, input }) => recordSearch(ctx, input)),

  /** The hit that the member opened. */
  select: memberProcedure.input(SelectHit).mutation(({ ctx, input }) => selectHit(ctx, input)),
});
