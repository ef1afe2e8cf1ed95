import { deleteBookmark } from "@neothink/db/community/bookmarks";
import { memberProcedure, router } from "../core/trpc.ts";
import { DropBookmark, KeepBookmark, ListBookmarks } from "./bookmarks.schema.ts";
import { keepBookmark, readBookmarks } from "./bookmarks.ts";

export const bookmarksRouter = router({
  list: memberProcedure.input(ListBookmarks).query(({ ctx, input }) => readBookmarks(ctx, input)),

  /** Keeps a post, or changes the note and reminder of one that is kept. */
  update: memberProcedure
    .input(KeepBookmark)
    .mutation(({ ctx, input }) => keepBookmark(ctx, input)),

  delete: memberProcedure
    .input(DropBookmark)
    .mutation(({ ctx, input }) =>
      deleteBookmark(ctx.db, { userId: ctx.viewer.id, postId: input.postId }),
    ),
});
