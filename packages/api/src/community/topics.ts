import { isForumCategory } from "@neothink/brand/forum";
import {
  deleteTopic,
  findForumRights,
  insertTopic,
  listKnownConcepts,
  restoreTopic,
  updateTopic,
} from "@neothink/db/community/topic-writing";
import {
  findTopic,
  listTopics,
  lockTopic,
  type TopicDetailRow,
  type TopicRow,
  type TopicState,
} from "@neothink/db/community/topics";
import { insertAudit } from "@neothink/db/core/audit";
import type { Page } from "@neothink/db/core/pagination";
import type { Context, MemberContext } from "../core/context.ts";
import { Conflict, Forbidden, Invalid, LimitReached, NotFound } from "../core/errors.ts";
import { decodeTopicCursor, encodeTopicCursor } from "./topic-cursor.ts";
import { tellOfTopic } from "./topic-telling.ts";
import {
  type CreateTopic,
  type ListTopics,
  type PinTopic,
  type SetTopicStatus,
  topicPageSize,
  type UpdateTopic,
} from "./topics.schema.ts";

// Our figure: far above what a person asks, far below what floods a forum.
const topicsPerHour = 10;

/** The refusal for a topic that is not there for this reader. */
export function topicGone(): NotFound {
  return new NotFound("topic_not_found", "This topic is not here any more.");
}

/** One page of the topics in this app's forum. */
export async function readTopics(ctx: Context, input: ListTopics): Promise<Page<TopicRow>> {
  const { cursor, ...filter } = input;
  const after = cursor ? decodeTopicCursor(cursor) : undefined;
  if (after === null) {
    throw new Invalid("bad_cursor", "This place in the list is not known. Load it from the top.");
  }
  const limit = topicPageSize + 1;
  const rows = await listTopics(ctx.db, {
    ...filter,
    platform: ctx.brand.slug,
    // Who asks for a shelf or a tag wants to see it, muted or not.
    muted: filter.category !== undefined || filter.tag !== undefined,
    after,
    limit,
  });
  const items = rows.slice(0, topicPageSize);
  const last = items.at(-1);
  const more = rows.length === limit && last !== undefined;
  return {
    items,
    nextCursor: more
      ? encodeTopicCursor({ rank: last.cursorRank, at: last.cursorAt, id: last.id })
      : null,
  };
}

/** One topic; a removed one only for its asker and moderators, as a mark. */
export async function readTopic({ db }: Context, id: string): Promise<TopicDetailRow> {
  const topic = await findTopic(db, id);
  if (!topic) {
    throw topicGone();
  }
  return topic;
}

async function assertConcepts({ db }: MemberContext, titles: readonly string[]): Promise<void> {
  const known = await listKnownConcepts(db, titles);
  if (titles.some((title) => !known.includes(title))) {
    throw new Invalid("concept_unknown", "One of the concepts is not here any more.", {
      relatedConcepts: ["Choose concepts from the list."],
    });
  }
}

function assertCategory(ctx: MemberContext, category: string): void {
  if (!isForumCategory(ctx.brand.slug, category)) {
    throw new Invalid("category_unknown", "This forum has no such section.", {
      category: ["Choose where it belongs."],
    });
  }
}

/** Opens a topic in the forum of this app. Sent twice with the same id, it opens once. */
export async function openTopic(ctx: MemberContext, input: CreateTopic): Promise<TopicDetailRow> {
  const { db, brand, viewer } = ctx;
  assertCategory(ctx, input.category);
  const rights = await findForumRights(db, brand.slug);
  if (!rights.entered) {
    throw new Forbidden("platform_closed", `Join ${brand.name} to write here.`);
  }
  await assertConcepts(ctx, input.relatedConcepts);
  const written = await insertTopic(db, { ...input, authorId: viewer.id, platform: brand.slug });
  if (written && rights.topicsLastHour >= topicsPerHour) {
    throw new LimitReached(
      "too_many_topics",
      `That is ${topicsPerHour} topics within an hour. Your text is kept; open it a little later.`,
    );
  }
  const topic = await findTopic(db, input.id);
  if (!topic?.own || topic.deletedAt) {
    throw new Conflict("id_taken", "This topic was sent before. Start a new one.");
  }
  if (written) {
    await tellOfTopic(db, topic);
  }
  return topic;
}

/** The topic, locked for a change by its asker, or by a moderator where they may. */
export async function lockTopicForChange(ctx: MemberContext, id: string): Promise<TopicState> {
  const topic = await lockTopic(ctx.db, id);
  if (topic) {
    return topic;
  }
  // Locking needs the right to change: tell "not yours" from "not there".
  if (await findTopic(ctx.db, id)) {
    throw new Forbidden("not_the_asker", "Only its asker or a moderator may do this.");
  }
  throw topicGone();
}

/** Changes an own topic. Visitors are let in only while nobody has answered. */
export async function editTopic(
  ctx: MemberContext,
  { id, data }: UpdateTopic,
): Promise<TopicDetailRow> {
  const { db, viewer } = ctx;
  const before = await lockTopicForChange(ctx, id);
  if (before.authorId !== viewer.id) {
    throw new Forbidden("not_the_asker", "Only its asker may change this topic.");
  }
  if (before.deletedAt) {
    throw topicGone();
  }
  if (data.isPublic && !before.isPublic && before.answerCount > 0) {
    throw new Forbidden(
      "answers_are_for_members",
      "Those who answered wrote for members, so visitors stay out.",
    );
  }
  if (data.category !== before.category) {
    assertCategory(ctx, data.category);
  }
  await assertConcepts(ctx, data.relatedConcepts);
  await updateTopic(db, id, data);
  await insertAudit(db, {
    actorId: viewer.id,
    action: "topic:edit",
    entityType: "discussion_topic",
    entityId: id,
    before: { title: before.title, category: before.category, isPublic: before.isPublic },
    after: { title: data.title, category: data.category, isPublic: data.isPublic },
  });
  return readTopic(ctx, id);
}

/** Closes a topic, opens it again, or archives it for good; archiving is for moderators. */
export async function setTopicStatus(
  ctx: MemberContext,
  { id, status }: SetTopicStatus,
): Promise<TopicDetailRow> {
  const { db, viewer } = ctx;
  const before = await lockTopicForChange(ctx, id);
  if (before.deletedAt) {
    throw topicGone();
  }
  const archives = status === "archived" || before.status === "archived";
  if (archives && !(await ctx.roles(db)).moderator) {
    throw new Forbidden("moderators_only", "Only moderators may do this.");
  }
  const reopened = before.acceptedPostId === null ? "active" : "answered";
  const next = status === "open" ? reopened : status;
  if (next !== before.status) {
    await updateTopic(db, id, { status: next });
    await insertAudit(db, {
      actorId: viewer.id,
      action: "topic:status",
      entityType: "discussion_topic",
      entityId: id,
      before: { status: before.status },
      after: { status: next },
    });
  }
  return readTopic(ctx, id);
}

/** Keeps a topic at the top of its forum, or lets it go; for moderators. */
export async function pinTopic(
  ctx: MemberContext,
  { id, pinned }: PinTopic,
): Promise<TopicDetailRow> {
  const { db, viewer } = ctx;
  if (!(await ctx.roles(db)).moderator) {
    throw new Forbidden("moderators_only", "Only moderators may do this.");
  }
  const before = await lockTopicForChange(ctx, id);
  if (before.pinned !== pinned) {
    await updateTopic(db, id, { pinned });
    await insertAudit(db, {
      actorId: viewer.id,
      action: "topic:pin",
      entityType: "discussion_topic",
      entityId: id,
      before: { pinned: before.pinned },
      after: { pinned },
    });
  }
  return readTopic(ctx, id);
}

/** Takes a topic out of the forum; its asker or a moderator may. Removing twice changes nothing. */
export async function removeTopic(ctx: MemberContext, id: string): Promise<void> {
  const { db, viewer } = ctx;
  const topic = await lockTopicForChange(ctx, id);
  if (topic.deletedAt) {
    return;
  }
  const moderator = (await ctx.roles(db)).moderator;
  if (topic.answerCount > 0 && !moderator) {
    throw new Forbidden(
      "others_answered",
      "Others have answered, and their words stay. You can close the topic.",
    );
  }
  await deleteTopic(db, id);
  await insertAudit(db, {
    actorId: viewer.id,
    action: "topic:delete",
    entityType: "discussion_topic",
    entityId: id,
    before: { authorId: topic.authorId, platform: topic.platform },
  });
}

/** Brings a removed topic back, for whoever removed it, or a moderator. */
export async function bringBackTopic(ctx: MemberContext, id: string): Promise<TopicDetailRow> {
  const { db, viewer } = ctx;
  const topic = await lockTopicForChange(ctx, id);
  if (topic.deletedAt) {
    if (topic.deletedBy !== viewer.id && !(await ctx.roles(db)).moderator) {
      throw new Forbidden("removed_by_other", "A moderator removed this topic.");
    }
    await restoreTopic(db, id);
    await insertAudit(db, {
      actorId: viewer.id,
      action: "topic:restore",
      entityType: "discussion_topic",
      entityId: id,
    });
  }
  return readTopic(ctx, id);
}
