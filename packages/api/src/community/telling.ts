import { isPlatformSlug, type PlatformSlug } from "@neothink/brand/platforms";
import { insertMentions } from "@neothink/db/community/mentions";
import type { Db } from "@neothink/db/core/identity";
import { asSystem, inTransaction } from "@neothink/db/core/identity";
import { notify, withdrawNews } from "../messaging/notify.ts";
import { excerptOf } from "./excerpt.ts";
import { mentionedIds } from "./mentions.schema.ts";
import type { ReactionKind } from "./posts.schema.ts";

/** What news about a post need to know of it. */
export interface ToldPost {
  readonly id: string;
  readonly authorId: string | null;
  readonly platform: string;
  readonly content: string;
}

// The table allows no other platform; the type of a text column cannot say so.
function platformOf(post: ToldPost): PlatformSlug {
  return isPlatformSlug(post.platform) ? post.platform : "hub";
}

function postHref(id: string): string {
  return `/community/${id}`;
}

/** The address of one comment. */
function commentHref(postId: string, id: string): string {
  return `${postHref(postId)}#c-${id}`;
}

interface Writing {
  readonly type: "post" | "post_comment";
  readonly id: string;
  readonly content: string;
  readonly href: string;
}

/**
 * Tells those whom a text names and who may read it, each once for this text however often it is
 * edited. Gives those who were named for the first time.
 */
async function tellMentioned(
  db: Db,
  actorId: string,
  platform: PlatformSlug,
  writing: Writing,
): Promise<string[]> {
  const memberIds = mentionedIds(writing.content);
  if (memberIds.length === 0) {
    return [];
  }
  const { content, href, id, type } = writing;
  const context = excerptOf(content);
  return inTransaction(db, async (transaction) => {
    const fresh = await asSystem(transaction, (system) =>
      insertMentions(system, { memberIds, actorId, type, id, context }),
    );
    await notify(transaction, {
      recipients: fresh,
      kind: "mention",
      platform,
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

/** Tells those whom a post names. */
export async function tellOfPost(db: Db, post: ToldPost): Promise<void> {
  if (post.authorId !== null) {
    const { content, id } = post;
    await tellMentioned(db, post.authorId, platformOf(post), {
      type: "post",
      id,
      content,
      href: postHref(id),
    });
  }
}

interface ToldComment {
  readonly id: string;
  readonly authorId: string;
  readonly content: string;
}

/** Tells those whom a comment names. Gives those who were told. */
export async function tellNamed(db: Db, post: ToldPost, comment: ToldComment): Promise<string[]> {
  return tellMentioned(db, comment.authorId, platformOf(post), {
    type: "post_comment",
    id: comment.id,
    content: comment.content,
    href: commentHref(post.id, comment.id),
  });
}

/** Tells whom a comment concerns: who is named, who is answered, whose post it is; each of them once. */
export async function tellOfComment(
  db: Db,
  post: ToldPost,
  comment: ToldComment,
  answeredId: string | null,
): Promise<void> {
  const told = new Set(await tellNamed(db, post, comment));
  const common = {
    platform: platformOf(post),
    actorId: comment.authorId,
    entityType: "post_comment",
    entityId: comment.id,
    words: { excerpt: excerptOf(comment.content) },
    href: commentHref(post.id, comment.id),
  };
  if (answeredId !== null && !told.has(answeredId)) {
    told.add(answeredId);
    await notify(db, {
      ...common,
      recipients: [answeredId],
      kind: "reply",
      groupKey: `reply:${post.id}`,
      idempotencyKey: `reply:${comment.id}`,
    });
  }
  if (post.authorId !== null && !told.has(post.authorId)) {
    await notify(db, {
      ...common,
      recipients: [post.authorId],
      kind: "comment",
      groupKey: `comment:${post.id}`,
      idempotencyKey: `comment:${comment.id}`,
    });
  }
}

/** Tells a post's author that somebody liked it or reacted, once for each kind and member. */
export async function tellOfApplause(
  db: Db,
  post: ToldPost,
  { actorId, kind }: { readonly actorId: string; readonly kind: ReactionKind | "heart" },
): Promise<void> {
  if (post.authorId === null || post.authorId === actorId) {
    return;
  }
  const newsKind = kind === "heart" ? "like" : "reaction";
  await notify(db, {
    recipients: [post.authorId],
    kind: newsKind,
    platform: platformOf(post),
    actorId,
    entityType: "post",
    entityId: post.id,
    words: { excerpt: excerptOf(post.content) },
    href: postHref(post.id),
    groupKey: `${newsKind}:${post.id}`,
    idempotencyKey: applauseKey(post.id, actorId, kind),
  });
}

function applauseKey(postId: string, actorId: string, kind: ReactionKind | "heart"): string {
  return `applause:${kind}:${postId}:${actorId}`;
}

/** Takes back what `tellOfApplause` said, where nobody has read it. */
export async function untellApplause(
  db: Db,
  postId: string,
  { actorId, kind }: { readonly actorId: string; readonly kind: ReactionKind | "heart" },
): Promise<void> {
  await withdrawNews(db, applauseKey(postId, actorId, kind));
}

/** Tells the author that a scheduled post has appeared, and those whom it names. */
export async function tellOfRelease(db: Db, post: ToldPost): Promise<void> {
  if (post.authorId === null) {
    return;
  }
  await notify(db, {
    recipients: [post.authorId],
    kind: "post_published",
    platform: platformOf(post),
    entityType: "post",
    entityId: post.id,
    words: { excerpt: excerptOf(post.content) },
    href: postHref(post.id),
    idempotencyKey: `released:${post.id}`,
  });
  await tellOfPost(db, post);
}

/** Tells members of an announcement. */
export async function tellOfAnnouncement(
  db: Db,
  post: ToldPost,
  { actorId, recipients }: { readonly actorId: string; readonly recipients: readonly string[] },
): Promise<void> {
  const excerpt = excerptOf(post.content);
  await notify(db, {
    recipients,
    kind: "announcement",
    platform: platformOf(post),
    actorId,
    entityType: "post",
    entityId: post.id,
    words: { title: "Announcement", excerpt },
    href: postHref(post.id),
    idempotencyKey: `announcement:${post.id}`,
  });
}

/** Reminds a member of a post that they keep. */
export async function tellOfReminder(
  db: Db,
  post: ToldPost,
  reminder: { readonly userId: string; readonly note: string | null; readonly at: Date },
): Promise<void> {
  await notify(db, {
    recipients: [reminder.userId],
    kind: "bookmark_reminder",
    platform: platformOf(post),
    entityType: "post",
    entityId: post.id,
    words: { excerpt: reminder.note ?? excerptOf(post.content) },
    href: postHref(post.id),
    idempotencyKey: `reminder:${post.id}:${reminder.at.toISOString()}`,
  });
}
