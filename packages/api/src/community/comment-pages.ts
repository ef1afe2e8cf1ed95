import {
  type CommentRow,
  findComment,
  listComments,
  listThreads,
} from "@neothink/db/community/comments";
import type { Db } from "@neothink/db/core/identity";
import { decodeCursor, encodeCursor } from "@neothink/db/core/pagination";
import type { Context } from "../core/context.ts";
import { Invalid } from "../core/errors.ts";
import { commentPageSize, type ListComments } from "./comments.schema.ts";

/** A stretch of the comments on a post, with the places before and after it. */
export interface CommentStretch {
  readonly items: CommentRow[];
  readonly nextCursor: string | null;
  readonly previousCursor: string | null;
}

// One level of a thread key, as the database writes it.
const levelLength = 22;
const threadKey = /^(?:[0-9a-f]{22}){1,9}$/;

/** Reads a stretch that begins or ends at a place; `place` is a cursor of the same view. */
interface View {
  readonly read: (
    db: Db,
    page: {
      readonly postId: string;
      readonly from?: string;
      readonly inclusive?: boolean;
      readonly backward?: boolean;
      readonly limit: number;
    },
  ) => Promise<CommentRow[]>;
  readonly placeOf: (comment: CommentRow) => string;
  /** Where a list begins that is to show this comment. */
  readonly startOf: (comment: CommentRow) => string;
  readonly isPlace: (text: string) => boolean;
}

const flat: View = {
  read: (db, { from, ...page }) =>
    listComments(db, { ...page, from: (from && decodeCursor(from)) || undefined }),
  placeOf: (comment) => encodeCursor({ at: comment.cursorAt, id: comment.id }),
  startOf: (comment) => encodeCursor({ at: comment.cursorAt, id: comment.id }),
  isPlace: (text) => decodeCursor(text) !== null,
};

const nested: View = {
  read: (db, page) => listThreads(db, page),
  placeOf: (comment) => comment.threadKey,
  startOf: (comment) => comment.threadKey.slice(0, levelLength),
  isPlace: (text) => threadKey.test(text),
};

/**
 * A stretch of the comments on a post: by time or as threads, from the beginning, from a comment on,
 * or on from a cursor in either direction. One statement, two when it begins at a comment.
 */
export async function readComments({ db }: Context, input: ListComments): Promise<CommentStretch> {
  const { cursor, postId, startAt } = input;
  const view = input.view === "nested" ? nested : flat;
  if (cursor && !view.isPlace(cursor)) {
    throw new Invalid("bad_cursor", "This place in the list is not known. Load it from the top.");
  }
  const limit = commentPageSize + 1;
  if (cursor && input.direction === "backward") {
    const rows = await view.read(db, { postId, from: cursor, backward: true, limit });
    return stretch(rows.slice(0, commentPageSize).reverse(), view, rows.length === limit, true);
  }
  if (cursor) {
    const rows = await view.read(db, { postId, from: cursor, limit });
    return stretch(rows.slice(0, commentPageSize), view, true, rows.length === limit);
  }
  const target = startAt ? await findComment(db, startAt) : undefined;
  const from = target?.postId === postId ? { from: view.startOf(target), inclusive: true } : {};
  const rows = await view.read(db, { postId, ...from, limit });
  return stretch(rows.slice(0, commentPageSize), view, "from" in from, rows.length === limit);
}

function stretch(
  items: CommentRow[],
  view: View,
  hasBefore: boolean,
  hasAfter: boolean,
): CommentStretch {
  const first = items.at(0);
  const last = items.at(-1);
  return {
    items,
    previousCursor: hasBefore && first ? view.placeOf(first) : null,
    nextCursor: hasAfter && last ? view.placeOf(last) : null,
  };
}
