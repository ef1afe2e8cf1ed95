import { findPostingRights, type PostingRights } from "@neothink/db/community/posting-rights";
import type { PostRow, PostState } from "@neothink/db/community/posts";
import {
  deletePost,
  findPost,
  insertPost,
  listPosts,
  lockPost,
  restorePost,
  updatePost,
} from "@neothink/db/community/posts";
import { insertAudit } from "@neothink/db/core/audit";
import type { Page } from "@neothink/db/core/pagination";
import { decodeCursor, toPage } from "@neothink/db/core/pagination";
import type { Context, MemberContext } from "../core/context.ts";
import { Conflict, Forbidden, Invalid, LimitReached, NotFound } from "../core/errors.ts";
import type { Award } from "../tokens/award.ts";
import { reaches } from "./audiences.ts";
import type { ListPosts, PublishPost, UpdatePost, Visibility } from "./posts.schema.ts";
import { earns, rewardPost, unrewardPost } from "./rewards.ts";

// Our figure: far above what a person writes, far below what floods a feed.
const postsPerHour = 30;

function gone(): NotFound {
  return new NotFound("post_not_found", "This post is not here any more.");
}

/** One page of the feed, newest first. */
export async function readFeed({ db }: Context, input: ListPosts): Promise<Page<PostRow>> {
  const { cursor, limit, platform, tokenTag } = input;
  const after = cursor ? decodeCursor(cursor) : null;
  if (cursor && !after) {
    throw new Invalid("bad_cursor", "This place in the list is not known. Load it from the top.");
  }
  const rows = await listPosts(db, {
    platform,
    tokenTag,
    after: after ?? undefined,
    limit: limit + 1,
  });
  return toPage(rows, limit);
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
  const rights = await findPostingRights(db, brand.slug);
  if (!rights.entered) {
    throw new Forbidden("platform_closed", `Join ${brand.name} to write here.`);
  }
  assertReaches(rights, visibility);
  const written = await insertPost(db, {
    id,
    authorId: viewer.id,
    content,
    platform: brand.slug,
    tokenTag,
    visibility,
  });
  if (written && rights.postsLastHour >= postsPerHour) {
    throw new LimitReached(
      "too_many_posts",
      `That is ${postsPerHour} posts within an hour. Your text is kept; publish it a little later.`,
    );
  }
  const post = await findPost(db, id);
  if (!post?.own) {
    // The id belongs to somebody else's post, or to one that was removed since.
    throw new Conflict("id_taken", "This post was sent before. Start a new one.");
  }
  return { post, reward: await rewardPost(db, post) };
}

/** The post, locked for a change by its author, or by a moderator where they may. */
async function lockForChange(ctx: MemberContext, id: string): Promise<PostState> {
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
  return readPost(ctx, id);
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
