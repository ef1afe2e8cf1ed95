import type { PlatformSlug } from "@neothink/brand/platforms";
import { isPlatformSlug } from "@neothink/brand/platforms";
import type { TokenType } from "@neothink/brand/tokens";
import { isTokenType } from "@neothink/brand/tokens";
import type { Db } from "@neothink/db/core/identity";
import { type Award, awardAction } from "../tokens/award.ts";
import { restoreAward, reverseAward } from "../tokens/reversal.ts";

/** What a reward needs to know of a post. */
export interface RewardedPost {
  readonly id: string;
  readonly authorId: string | null;
  readonly platform: string;
  readonly tokenTag: string | null;
  readonly visibility: string;
  /** When it appears; null when it did at once. */
  readonly publishAt: Date | null;
}

function keyOf(post: RewardedPost): string {
  return `post:${post.id}`;
}

function tokenOf(tag: string | null): TokenType | null {
  return tag !== null && isTokenType(tag) ? tag : null;
}

// The table allows no other platform; the type of a text column cannot say so.
function platformOf(platform: string): PlatformSlug {
  return isPlatformSlug(platform) ? platform : "hub";
}

/** Whether a post has appeared; one that is scheduled has not until its time. */
export function hasAppeared(post: Pick<RewardedPost, "publishAt">): boolean {
  return post.publishAt === null || post.publishAt.getTime() <= Date.now();
}

/** A post earns as long as it stands and others may read it: notes to oneself pay nothing. */
export function earns(post: RewardedPost): boolean {
  return post.authorId !== null && post.visibility !== "private" && hasAppeared(post);
}

/**
 * Pays for a post once, or gives back what a removal took; gives what was paid when it was paid
 * now. Gives null for a post that earns nothing.
 */
export async function rewardPost(db: Db, post: RewardedPost): Promise<Award | null> {
  if (post.authorId === null || !earns(post)) {
    return null;
  }
  await restoreAward(db, keyOf(post));
  return awardAction(db, {
    memberId: post.authorId,
    platform: platformOf(post.platform),
    action: "post",
    key: keyOf(post),
    entity: { type: "post", id: post.id },
    token: tokenOf(post.tokenTag) ?? "LUCK",
  });
}

/** Takes back what a post earned: it is gone, or nobody else may read it any more. */
export async function unrewardPost(db: Db, post: RewardedPost): Promise<void> {
  await reverseAward(db, keyOf(post));
}

/** Pays for a comment on what somebody else wrote; talking to oneself pays nothing. */
export async function rewardComment(
  db: Db,
  comment: { readonly id: string; readonly authorId: string; readonly post: RewardedPost },
): Promise<Award | null> {
  const { id, authorId, post } = comment;
  if (post.authorId === authorId || !earns(post)) {
    return null;
  }
  return awardAction(db, {
    memberId: authorId,
    platform: platformOf(post.platform),
    action: "comment",
    key: `comment:${id}`,
    entity: { type: "post_comment", id },
  });
}

/** Takes back what a comment earned. */
export async function unrewardComment(db: Db, id: string): Promise<void> {
  await reverseAward(db, `comment:${id}`);
}

/** Gives back what a comment had earned before it was removed. */
export async function rerewardComment(db: Db, id: string): Promise<void> {
  await restoreAward(db, `comment:${id}`);
}

function insightKey(postId: string, memberId: string): string {
  return `insight:${postId}:${memberId}`;
}

/** Credits a post's author for being found insightful by somebody else, once for each reader. */
export async function rewardInsight(db: Db, post: RewardedPost, readerId: string): Promise<void> {
  if (post.authorId === null || post.authorId === readerId || !earns(post)) {
    return;
  }
  const key = insightKey(post.id, readerId);
  await restoreAward(db, key);
  await awardAction(db, {
    memberId: post.authorId,
    platform: platformOf(post.platform),
    action: "insight",
    key,
    entity: { type: "post", id: post.id },
    token: tokenOf(post.tokenTag),
    together: {},
  });
}

/** Takes back the credit of a reader who takes "insightful" back. */
export async function unrewardInsight(db: Db, postId: string, readerId: string): Promise<void> {
  await reverseAward(db, insightKey(postId, readerId));
}
