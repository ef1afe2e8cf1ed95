import { deleteBlock, upsertBlock } from "@neothink/db/community/blocks";
import { deleteFollow, insertFollow } from "@neothink/db/community/follows";
import { findMember } from "@neothink/db/community/members";
import type { MemberContext } from "../core/context.ts";
import { Forbidden, Invalid, NotFound } from "../core/errors.ts";
import { notify, withdrawNews } from "../messaging/notify.ts";
import type { BlockMember, FollowMember } from "./members.schema.ts";

/** What is said when a member is not there, or not for this reader. */
export function noSuchMember(): NotFound {
  return new NotFound("member_not_found", "This member is not here, or not for you.");
}

function refuseSelf({ viewer }: MemberContext, id: string): void {
  if (viewer.id === id) {
    throw new Invalid("yourself", "That does not work with yourself.");
  }
}

/** Follows a member or ends it; who is followed is told once. Sending twice changes nothing. */
export async function followMember(
  ctx: MemberContext,
  { id, following }: FollowMember,
): Promise<void> {
  refuseSelf(ctx, id);
  const { brand, db, viewer } = ctx;
  const pair = { userId: viewer.id, otherId: id };
  const key = `follow:${viewer.id}:${id}`;
  if (!following) {
    await deleteFollow(db, pair);
    await withdrawNews(db, key);
    return;
  }
  const member = await findMember(db, id);
  if (!member) {
    throw noSuchMember();
  }
  if (member.blocked === "block") {
    throw new Forbidden("blocked", "You have blocked this member. Lift the block first.");
  }
  if (await insertFollow(db, pair)) {
    await notify(db, {
      recipients: [id],
      kind: "follow",
      platform: brand.slug,
      actorId: viewer.id,
      href: `/members/${viewer.id}`,
      groupKey: `follow:${id}`,
      idempotencyKey: key,
    });
  }
}

/**
 * Blocks or mutes a member, or lifts it. A block hides both from each other everywhere and ends
 * following in both directions; the other one is not told.
 */
export async function blockMember(ctx: MemberContext, { id, kind }: BlockMember): Promise<void> {
  refuseSelf(ctx, id);
  const { db, viewer } = ctx;
  const pair = { userId: viewer.id, otherId: id };
  if (kind === null) {
    await deleteBlock(db, pair);
    return;
  }
  if (!(await findMember(db, id))) {
    throw noSuchMember();
  }
  await upsertBlock(db, { ...pair, kind });
}
