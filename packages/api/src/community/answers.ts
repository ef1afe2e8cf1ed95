import {
  type AnswerRow,
  type AnswerState,
  deleteAnswer,
  findAnswer,
  findAnswerState,
  insertAnswer,
  lockAnswer,
  restoreAnswer,
  updateAnswer,
} from "@neothink/db/community/answers";
import { findForumRights } from "@neothink/db/community/topic-writing";
import { insertAudit } from "@neothink/db/core/audit";
import type { Context, MemberContext } from "../core/context.ts";
import { Conflict, Forbidden, LimitReached, NotFound, PreconditionFailed } from "../core/errors.ts";
import { rerewardAnswer, unrewardAnswer } from "./answer-rewards.ts";
import type { CreateAnswer, UpdateAnswer } from "./answers.schema.ts";
import { tellOfAnswer, tellOfAnswerEdit } from "./topic-telling.ts";
import { readTopic, topicGone } from "./topics.ts";

// Our figure: far above what a person answers, far below what floods a forum.
const answersPerHour = 60;

/** The refusal for an answer that is not there for this reader. */
export function answerGone(): NotFound {
  return new NotFound("answer_not_found", "This answer is not here any more.");
}

/** Answers a topic, or replies to an answer. Sent twice with the same id, it writes once and answers the same. */
export async function addAnswer(ctx: MemberContext, input: CreateAnswer): Promise<AnswerRow> {
  const { db, viewer } = ctx;
  const parentId = input.parentId ?? null;
  const topic = await readTopic(ctx, input.topicId);
  if (topic.deletedAt) {
    throw topicGone();
  }
  if (topic.status === "closed" || topic.status === "archived") {
    throw new PreconditionFailed("topic_closed", "This topic is closed. Your text is kept here.");
  }
  const parent = parentId === null ? undefined : await findAnswerState(db, parentId);
  if (parentId !== null && (parent?.topicId !== topic.id || parent.deletedAt)) {
    throw new NotFound("answer_not_found", "What you reply to is not here any more.");
  }
  const { answersLastHour } = await findForumRights(db, topic.platform);
  const written = await insertAnswer(db, {
    id: input.id,
    topicId: topic.id,
    parentId,
    authorId: viewer.id,
    platform: topic.platform,
    content: input.content,
    relatedConcepts: [],
  });
  if (written && answersLastHour >= answersPerHour) {
    throw new LimitReached(
      "too_many_answers",
      `That is ${answersPerHour} answers within an hour. Your text is kept; send it a little later.`,
    );
  }
  const answer = await findAnswer(db, input.id);
  if (!answer?.own || answer.topicId !== topic.id || answer.deletedAt) {
    throw new Conflict("id_taken", "This answer was sent before. Start a new one.");
  }
  if (written) {
    const told = { id: answer.id, content: answer.content, authorId: viewer.id };
    await tellOfAnswer(db, topic, told, parent?.authorId ?? null);
  }
  return answer;
}

/** The answer, locked for a change by its author, or by a moderator where they may. */
async function lockForChange({ db }: MemberContext, id: string): Promise<AnswerState> {
  const answer = await lockAnswer(db, id);
  if (answer) {
    return answer;
  }
  // Locking needs the right to change: tell "not yours" from "not there".
  if (await findAnswerState(db, id)) {
    throw new Forbidden("not_the_author", "Only its author may change this answer.");
  }
  throw answerGone();
}

/** One answer that the member may read. */
export async function readAnswer({ db }: Context, id: string): Promise<AnswerRow> {
  const answer = await findAnswer(db, id);
  if (!answer) {
    throw answerGone();
  }
  return answer;
}

/** Changes the text of an own answer; tells only those who are named for the first time. */
export async function editAnswer(
  ctx: MemberContext,
  { id, data }: UpdateAnswer,
): Promise<AnswerRow> {
  const { db, viewer } = ctx;
  const before = await lockForChange(ctx, id);
  if (before.authorId !== viewer.id) {
    throw new Forbidden("not_the_author", "Only its author may change this answer.");
  }
  if (before.deletedAt) {
    throw answerGone();
  }
  await updateAnswer(db, id, data.content);
  const topic = await readTopic(ctx, before.topicId);
  await tellOfAnswerEdit(db, topic, { id, content: data.content, authorId: viewer.id });
  await insertAudit(db, {
    actorId: viewer.id,
    action: "answer:edit",
    entityType: "discussion_post",
    entityId: id,
    after: { length: data.content.length },
  });
  return readAnswer(ctx, id);
}

/**
 * Takes an answer away; its author or a moderator may. Replies stay under a mark, an acceptance ends,
 * and what it earned goes back. Removing twice changes nothing.
 */
export async function removeAnswer(ctx: MemberContext, id: string): Promise<void> {
  const { db, viewer } = ctx;
  const answer = await lockForChange(ctx, id);
  if (answer.deletedAt) {
    return;
  }
  await deleteAnswer(db, id);
  await unrewardAnswer(db, id);
  await insertAudit(db, {
    actorId: viewer.id,
    action: "answer:delete",
    entityType: "discussion_post",
    entityId: id,
    before: { authorId: answer.authorId, topicId: answer.topicId },
  });
}

/** Brings a removed answer back, for whoever removed it, or a moderator. */
export async function bringBackAnswer(ctx: MemberContext, id: string): Promise<AnswerRow> {
  const { db, viewer } = ctx;
  const answer = await lockForChange(ctx, id);
  if (answer.deletedAt) {
    if (answer.deletedBy !== viewer.id && !(await ctx.roles(db)).moderator) {
      throw new Forbidden("removed_by_other", "A moderator removed this answer.");
    }
    await restoreAnswer(db, id);
    await rerewardAnswer(db, id);
    await insertAudit(db, {
      actorId: viewer.id,
      action: "answer:restore",
      entityType: "discussion_post",
      entityId: id,
    });
  }
  return readAnswer(ctx, id);
}
