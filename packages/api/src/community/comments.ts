import type { CommentRow } from "@neothink/db/community/comments";
import {
  deleteComment,
  findComment,
  insertComment,
  listComments,
  lockComment,
} from "@neothink/db/community/comments";
import { insertAudit } from "@neothink/db/core/audit";
import type { Page } from "@neothink/db/core/pagination";
import { decodeCursor, toPage } from "@neothink/db/core/pagination";
import type { Context, MemberContext } from "../core/context.ts";
import { Conflict, Forbidden, Invalid } from "../core/errors.ts";
import type { Award } from "../tokens/award.ts";
import type { CreateComment, ListComments } from "./comments.schema.ts";
import { commentPageSize } from "./comments.schema.ts";
import { readPost } from "./posts.ts";
import { rewardComment, unrewardComment } from "./rewards.ts";

/** One page of the comments on a post, oldest first. */
export async function readComments(
  { db }: Context,
  { postId, cursor }: ListComments,
): Promise<Page<CommentRow>> {
  const after = cursor ? decodeCursor(cursor) : null;
  if (cursor && !after) {
    throw new Invalid("bad_cursor", "This place in the list is not known. Load it from the top.");
  }
  const rows = await listComments(db, {
    postId,
    after: after ?? undefined,
    limit: commentPageSize + 1,
  });
  return toPage(rows, commentPageSize);
}

/** A comment and what it earned. */
export interface Commented {
  readonly comment: CommentRow;
  /** Null when nothing was paid for it. */
  readonly reward: Award | null;
}

/** Writes a comment. Sent twice with the same id, it writes once and answers the same. */
export async function addComment(ctx: MemberContext, input: CreateComment): Promise<Commented> {
  const { db, viewer } = ctx;
  const post = await readPost(ctx, input.postId);
  await insertComment(db, { ...input, authorId: viewer.id });
  const comment = await findComment(db, input.id);
  if (!comment?.own || comment.postId !== input.postId) {
    throw new Conflict("id_taken", "This comment was sent before. Start a new one.");
  }
  const reward = await rewardComment(db, { id: input.id, authorId: viewer.id, post });
  return { comment, reward };
}

/** Takes a comment away; its author or a moderator may. Removing twice changes nothing. */
export async function removeComment({ db, viewer }: MemberContext, id: string): Promise<void> {
  const comment = await lockComment(db, id);
  if (!comment) {
    // Locking needs the right to change: tell "not yours" from "not there".
    if (await findComment(db, id)) {
      throw new Forbidden("not_the_author", "Only its author may remove this comment.");
    }
    return;
  }
  await deleteComment(db, id);
  await unrewardComment(db, id);
  await insertAudit(db, {
    actorId: viewer.id,
    action: "comment:delete",
    entityType: "post_comment",
    entityId: id,
    before: { authorId: comment.authorId, postId: comment.postId },
  });
}
