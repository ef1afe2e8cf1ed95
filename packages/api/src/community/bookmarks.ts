import { type BookmarkRow, listBookmarks, upsertBookmark } from "@neothink/db/community/bookmarks";
import { decodeCursor, type Page, toPage } from "@neothink/db/core/pagination";
import type { MemberContext } from "../core/context.ts";
import { Invalid } from "../core/errors.ts";
import type { KeepBookmark, ListBookmarks } from "./bookmarks.schema.ts";
import { readPost } from "./posts.ts";

const pageSize = 20;

/** One page of what the viewer keeps, last kept first. */
export async function readBookmarks(
  { db }: MemberContext,
  { cursor }: ListBookmarks,
): Promise<Page<BookmarkRow>> {
  const after = cursor ? decodeCursor(cursor) : null;
  if (cursor && !after) {
    throw new Invalid("bad_cursor", "This place in the list is not known. Load it from the top.");
  }
  return toPage(
    await listBookmarks(db, { after: after ?? undefined, limit: pageSize + 1 }),
    pageSize,
  );
}

/** Keeps a post that the viewer may read, or changes its note and reminder. */
export async function keepBookmark(ctx: MemberContext, input: KeepBookmark): Promise<void> {
  await readPost(ctx, input.postId);
  await upsertBookmark(ctx.db, { ...input, note: input.note || null, userId: ctx.viewer.id });
}
