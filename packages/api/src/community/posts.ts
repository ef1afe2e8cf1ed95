import { deleteDraft } from "@neothink/db/community/drafts";
import { insertPoll } from "@neothink/db/community/polls";
import { findPostingRights, type PostingRights } from "@neothink/db/community/posting-rights";
import type { PostRow, PostState } from "@neothink/db/community/posts";
import {
  deletePost,
  findPost,
  insertPost,
  lockPost,
  restorePost,
  updatePost,
} from "@neothink/db/community/posts";
import { insertAudit } from "@neothink/db/core/audit";
import type { Context, MemberContext } from "../core/context.ts";
import { Conflict, Forbidden, Invalid, LimitReached, NotFound } from "../core/errors.ts";
import type { Award } from "../tokens/award.ts";
import { reaches } from "./audiences.ts";
import { previewLater } from "./link-previews.ts";
import type { PublishPost, UpdatePost, Visibility } from "./posts.schema.ts";
import { assertSchedulable } from "./publish-time.ts";
import { earns, hasAppeared, rewardPost, unrewardPost } from "./rewards.ts";
import { tellOfPost } from "./telling.ts";

// Our figure: far above what a person writes, far below what floods a feed.
const postsPerHour = 30;

/** What is said when a post is not there, or not for this member. */
export function gone(): NotFound {
  return new NotFound("post_not_found", "This post is not here any more.");
}

/** One post that the member may read. */
export async function readPost({ db }: Context, id: string): Promise<PostRow> {
  const post = await findPost(db, id);
  if (!post) {
    throw gone();
  }
  return post;
}

function assertReaches(rights: PostingRights, visibility: Visibility): void {
  if (!reaches(rights, visibility)) {
    throw new Forbidden(
      "audience_locked",
      "Your membership does not reach these readers. Choose others; your text is kept.",
    );
  }
}

/** A post and what it earned. */
export interface Published {
  readonly post: PostRow;
  /** Null when nothing was paid for it, or not for the first time. */
  readonly reward: Award | null;
}

/**
 * Publishes a post on the platform of this app. Sent twice with the same id, it publishes once and
 * answers the same.
 */
export async function publishPost(ctx: MemberContext, input: PublishPost): Promise<Published> {
  const { db, brand, viewer } = ctx;
  const { id, content, tokenTag, visibility } = input;
  const section = input.section ?? null;
  const publishAt = input.publishAt ?? null;
  const rights = await findPostingRights(db, brand.slug);
  if (!rights.entered) {
    throw new Forbidden("platform_closed", `Join ${brand.name} to write here.`);
  }
  assertReaches(rights, visibility);
  if (section !== null && !brand.sections.some(({ slug }) => slug === section)) {
    throw new Invalid("no_such_section", `${brand.name} has no such section.`);
  }
  const written = await insertPost(db, {
    id,
    authorId: viewer.id,
    content,
    platform: brand.slug,
    section,
    tokenTag,
    visibility,
    publishAt,
  });
  if (written) {
    await finishWriting(ctx, input, rights);
  }
  const post = await findPost(db, id);
  if (!post?.own) {
    // The id belongs to somebody else's post, or to one that was removed since.
    throw new Conflict("id_taken", "This post was sent before. Start a new one.");
  }
  const reward = await rewardPost(db, post);
  if (written && hasAppeared(post)) {
    await tellOfPost(db, post);
    previewLater(ctx, post.linkUrl);
  }
  return { post, reward };
}

/** What belongs to a post that was written just now: limits, its poll, the end of its draft. */
async function finishWriting(
  { db }: MemberContext,
  { id, poll, publishAt }: PublishPost,
  rights: PostingRights,
): Promise<void> {
  if (rights.postsLastHour >= postsPerHour) {
    throw new LimitReached(
      "too_many_posts",
      `That is ${postsPerHour} posts within an hour. Your text is kept; publish it a little later.`,
    );
  }
  if (publishAt) {
    assertSchedulable(publishAt);
  }
  if (poll) {
    await insertPoll(db, { ...poll, postId: id });
  }
  await deleteDraft(db, id);
}

/** The post, locked for a change by its author, or by a moderator where they may. */
export async function lockForChange(ctx: MemberContext, id: string): Promise<PostState> {
  const post = await lockPost(ctx.db, id);
  if (post) {
    return post;
  }
  // Locking needs the right to change: tell "not yours" from "not there".
  if (await findPost(ctx.db, id)) {
    throw new Forbidden("not_the_author", "Only its author may change this post.");
  }
  throw gone();
}

/** Changes text and readers of an own post. Earlier texts are kept as revisions. */
export async function editPost(ctx: MemberContext, { id, data }: UpdatePost): Promise<PostRow> {
  const { db, viewer } = ctx;
  const before = await lockForChange(ctx, id);
  if (before.authorId !== viewer.id) {
    throw new Forbidden("not_the_author", "Only its author may change this post.");
  }
  if (before.deletedAt) {
    throw gone();
  }
  if (data.visibility !== before.visibility) {
    assertReaches(await findPostingRights(db, before.platform), data.visibility);
  }
  await updatePost(db, id, data);
  const after = { ...before, ...data };
  if (earns(before) !== earns(after)) {
    await (earns(after) ? rewardPost(db, after) : unrewardPost(db, after));
  }
  await insertAudit(db, {
    actorId: viewer.id,
    action: "post:edit",
    entityType: "post",
    entityId: id,
    before: { visibility: before.visibility, length: before.content.length },
    after: { visibility: data.visibility, length: data.content.length },
  });
  const post = await readPost(ctx, id);
  if (hasAppeared(post)) {
    await tellOfPost(db, post);
    previewLater(ctx, post.linkUrl);
  }
  return post;
}

/** Takes a post out of the feed; its author or a moderator may. Removing twice changes nothing. */
export async function removePost(ctx: MemberContext, id: string): Promise<void> {
  const { db, viewer } = ctx;
  const post = await lockForChange(ctx, id);
  if (post.deletedAt) {
    return;
  }
  await deletePost(db, id);
  await unrewardPost(db, post);
  await insertAudit(db, {
    actorId: viewer.id,
    action: "post:delete",
    entityType: "post",
    entityId: id,
    before: { authorId: post.authorId, platform: post.platform },
  });
}

/** Brings a removed post back, for whoever removed it, or a moderator. */
export async function bringBackPost(ctx: MemberContext, id: string): Promise<PostRow> {
  const { db, viewer } = ctx;
  const post = await lockForChange(ctx, id);
  if (post.deletedAt) {
    const removedByOther = post.deletedBy !== viewer.id;
    if (removedByOther && !(await ctx.roles(db)).moderator) {
      throw new Forbidden("removed_by_other", "A moderator removed this post.");
    }
    await restorePost(db, id);
    await rewardPost(db, post);
    await insertAudit(db, {
      actorId: viewer.id,
      action: "post:restore",
      entityType: "post",
      entityId: id,
    });
  }
  return readPost(ctx, id);
}
