import { isPlatformSlug, type PlatformSlug } from "@neothink/brand/platforms";
import { insertMentions } from "@neothink/db/community/mentions";
import { type FollowerRow, listFollowers } from "@neothink/db/community/topic-levels";
import type { Db } from "@neothink/db/core/identity";
import { asSystem, inTransaction } from "@neothink/db/core/identity";
import { notify } from "../messaging/notify.ts";
import { excerptOf } from "./excerpt.ts";
import { mentionedIds } from "./mentions.schema.ts";

/** What news about a topic need to know of it. */
export interface ToldTopic {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly platform: string;
  readonly authorId: string | null;
}

interface ToldAnswer {
  readonly id: string;
  readonly content: string;
  readonly authorId: string;
}

// The table allows no other platform; the type of a text column cannot say so.
function platformOf(topic: ToldTopic): PlatformSlug {
  return isPlatformSlug(topic.platform) ? topic.platform : "hub";
}

function topicHref(id: string): string {
  return `/forum/${id}`;
}

/** The address of one answer, wherever in its topic it stands. */
export function answerHref(topicId: string, id: string): string {
  return `${topicHref(topicId)}?answer=${id}#a-${id}`;
}

async function followersOf(db: Db, topicId: string): Promise<FollowerRow[]> {
  return inTransaction(db, (transaction) =>
    asSystem(transaction, (system) => listFollowers(system, topicId)),
  );
}

function withLevel(followers: readonly FollowerRow[], ...levels: readonly string[]): string[] {
  return followers.filter(({ level }) => levels.includes(level)).map(({ userId }) => userId);
}

interface Writing {
  readonly type: "discussion_topic" | "discussion_post";
  readonly id: string;
  readonly content: string;
  readonly actorId: string;
  readonly href: string;
}

/** Tells those whom a text names and who have not muted the topic; gives those who were named for the first time. */
async function tellNamed(
  db: Db,
  topic: ToldTopic,
  muted: readonly string[],
  writing: Writing,
): Promise<string[]> {
  const { actorId, content, href, id, type } = writing;
  const memberIds = mentionedIds(content);
  if (memberIds.length === 0) {
    return [];
  }
  const context = excerptOf(content);
  return inTransaction(db, async (transaction) => {
    const fresh = await asSystem(transaction, (system) =>
      insertMentions(system, { memberIds, actorId, type, id, context }),
    );
    await notify(transaction, {
      recipients: fresh.filter((member) => !muted.includes(member)),
      kind: "mention",
      platform: platformOf(topic),
      actorId,
      entityType: type,
      entityId: id,
      words: { excerpt: context },
      href,
      idempotencyKey: `mention:${type}:${id}`,
    });
    return fresh;
  });
}

/** Tells of a new topic: those whom it names, and those who watch its section or a tag of it. */
export async function tellOfTopic(db: Db, topic: ToldTopic): Promise<void> {
  if (topic.authorId === null) {
    return;
  }
  const followers = await followersOf(db, topic.id);
  const href = topicHref(topic.id);
  const named = await tellNamed(db, topic, withLevel(followers, "mute"), {
    type: "discussion_topic",
    id: topic.id,
    content: topic.description,
    actorId: topic.authorId,
    href,
  });
  await notify(db, {
    recipients: withLevel(followers, "watch", "watch_first").filter((id) => !named.includes(id)),
    kind: "topic_new",
    platform: platformOf(topic),
    actorId: topic.authorId,
    entityType: "discussion_topic",
    entityId: topic.id,
    words: { title: topic.title, excerpt: excerptOf(topic.description) },
    href,
    idempotencyKey: `topic:${topic.id}`,
  });
}

/**
 * Tells of a new answer, each member once: who is named, whose answer it replies to, who asked and
 * who watches. Whoever muted the topic, its tags or its section hears nothing.
 */
export async function tellOfAnswer(
  db: Db,
  topic: ToldTopic,
  answer: ToldAnswer,
  repliedToId: string | null,
): Promise<void> {
  const followers = await followersOf(db, topic.id);
  const muted = withLevel(followers, "mute");
  const href = answerHref(topic.id, answer.id);
  const named = await tellNamed(db, topic, muted, {
    type: "discussion_post",
    id: answer.id,
    content: answer.content,
    actorId: answer.authorId,
    href,
  });
  // Who asked watches, unless they said otherwise for this very topic.
  const askerChose = followers.some(
    ({ scope, userId }) => scope === "topic" && userId === topic.authorId,
  );
  const concerned = [
    ...withLevel(followers, "watch"),
    ...(repliedToId === null ? [] : [repliedToId]),
    ...(topic.authorId === null || askerChose ? [] : [topic.authorId]),
  ];
  await notify(db, {
    recipients: concerned.filter((id) => !muted.includes(id) && !named.includes(id)),
    kind: "topic_reply",
    platform: platformOf(topic),
    actorId: answer.authorId,
    entityType: "discussion_post",
    entityId: answer.id,
    words: { title: topic.title, excerpt: excerptOf(answer.content) },
    href,
    groupKey: `topic_reply:${topic.id}`,
    idempotencyKey: `answer:${answer.id}`,
  });
}

/** Tells those whom an edited answer names for the first time. */
export async function tellOfAnswerEdit(
  db: Db,
  topic: ToldTopic,
  answer: ToldAnswer,
): Promise<void> {
  if (mentionedIds(answer.content).length === 0) {
    return;
  }
  const followers = await followersOf(db, topic.id);
  await tellNamed(db, topic, withLevel(followers, "mute"), {
    type: "discussion_post",
    id: answer.id,
    content: answer.content,
    actorId: answer.authorId,
    href: answerHref(topic.id, answer.id),
  });
}

/** Tells the author that an answer was accepted, once for each answer. */
export async function tellOfAcceptance(
  db: Db,
  topic: ToldTopic,
  answer: { readonly id: string; readonly authorId: string },
  actorId: string,
): Promise<void> {
  await notify(db, {
    recipients: [answer.authorId],
    kind: "answer_accepted",
    platform: platformOf(topic),
    actorId,
    entityType: "discussion_post",
    entityId: answer.id,
    words: { title: topic.title },
    href: answerHref(topic.id, answer.id),
    idempotencyKey: `answer_accepted:${answer.id}`,
  });
}
