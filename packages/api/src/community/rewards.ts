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

/** A post earns as long as it stands and others may read it: notes to oneself pay nothing. */
export function earns(post: RewardedPost): boolean {
  return post.authorId !== null && post.visibility !== "private";
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
