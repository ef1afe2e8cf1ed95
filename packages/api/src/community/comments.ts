import type { CommentRow, CommentState } from "@neothink/db/community/comments";
import {
  deleteComment,
  findComment,
  insertComment,
  lockComment,
  restoreComment,
  updateComment,
} from "@neothink/db/community/comments";
import { insertAudit } from "@neothink/db/core/audit";
import type { MemberContext } from "../core/context.ts";
import { Conflict, Forbidden, NotFound } from "../core/errors.ts";
import type { Award } from "../tokens/award.ts";
import type { CreateComment, UpdateComment } from "./comments.schema.ts";
import { readPost } from "./posts.ts";
import { rerewardComment, rewardComment, unrewardComment } from "./rewards.ts";
import { tellNamed, tellOfComment } from "./telling.ts";

function gone(): NotFound {
  return new NotFound("comment_not_found", "This comment is not here any more.");
}

/** A comment and what it earned. */
export interface Commented {
  readonly comment: CommentRow;
  /** Null when nothing was paid for it. */
  readonly reward: Award | null;
}

/** Writes a comment or an answer to one. Sent twice with the same id, it writes once and answers the same. */
export async function addComment(ctx: MemberContext, input: CreateComment): Promise<Commented> {
  const { db, viewer } = ctx;
  const parentId = input.parentId ?? null;
  const post = await readPost(ctx, input.postId);
  const answered = parentId === null ? undefined : await findComment(db, parentId);
  if (parentId !== null && (answered?.postId !== input.postId || answered.deletedAt)) {
    throw new NotFound("comment_not_found", "What you answer is not here any more.");
  }
  const written = await insertComment(db, { ...input, parentId, authorId: viewer.id });
  const comment = await findComment(db, input.id);
  if (!comment?.own || comment.postId !== input.postId || comment.deletedAt) {
    throw new Conflict("id_taken", "This comment was sent before. Start a new one.");
  }
  const reward = await rewardComment(db, { id: input.id, authorId: viewer.id, post });
  if (written) {
    const { content, id } = input;
    await tellOfComment(db, post, { id, authorId: viewer.id, content }, answered?.authorId ?? null);
  }
  return { comment, reward };
}

/** The comment, locked for a change by its author, or by a moderator where they may. */
async function lockForChange({ db }: MemberContext, id: string): Promise<CommentState> {
  const comment = await lockComment(db, id);
  if (comment) {
    return comment;
  }
  // Locking needs the right to change: tell "not yours" from "not there".
  if (await findComment(db, id)) {
    throw new Forbidden("not_the_author", "Only its author may change this comment.");
  }
  throw gone();
}

async function shown({ db }: MemberContext, id: string): Promise<CommentRow> {
  const comment = await findComment(db, id);
  if (!comment) {
    throw gone();
  }
  return comment;
}

/** Changes the text of an own comment; tells only those who are named for the first time. */
export async function editComment(
  ctx: MemberContext,
  { id, data }: UpdateComment,
): Promise<CommentRow> {
  const { db, viewer } = ctx;
  const before = await lockForChange(ctx, id);
  if (before.authorId !== viewer.id) {
    throw new Forbidden("not_the_author", "Only its author may change this comment.");
  }
  if (before.deletedAt) {
    throw gone();
  }
  if (before.content !== data.content) {
    await updateComment(db, id, data.content);
    const post = await readPost(ctx, before.postId);
    await tellNamed(db, post, { id, authorId: viewer.id, content: data.content });
  }
  return shown(ctx, id);
}

/**
 * Takes a comment away; its author or a moderator may. Answers to it stay under a mark. Removing
 * twice changes nothing.
 */
export async function removeComment(ctx: MemberContext, id: string): Promise<void> {
  const { db, viewer } = ctx;
  const comment = await lockForChange(ctx, id);
  if (comment.deletedAt) {
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

/** Brings a removed comment back, for whoever removed it, or a moderator. */
export async function bringBackComment(ctx: MemberContext, id: string): Promise<CommentRow> {
  const { db, viewer } = ctx;
  const comment = await lockForChange(ctx, id);
  if (comment.deletedAt) {
    if (comment.deletedBy !== viewer.id && !(await ctx.roles(db)).moderator) {
      throw new Forbidden("removed_by_other", "A moderator removed this comment.");
    }
    await restoreComment(db, id);
    await rerewardComment(db, id);
    await insertAudit(db, {
      actorId: viewer.id,
      action: "comment:restore",
      entityType: "post_comment",
      entityId: id,
    });
  }
  return shown(ctx, id);
}
