import type { TokenType } from "@neothink/brand/tokens";
import { insertEntries } from "@neothink/db/tokens/entries";
import { findSettings } from "@neothink/db/tokens/settings";
import { findStanding } from "@neothink/db/tokens/standing";
import {
  existsBlock,
  findTip,
  findTipRecipient,
  findTipUse,
  insertTip,
} from "@neothink/db/tokens/tips";
import type { MemberContext } from "../core/context.ts";
import { Forbidden, Invalid, LimitReached, NotFound } from "../core/errors.ts";
import { notify } from "../messaging/notify.ts";
import { amount } from "./amount.ts";
import type { SendTip } from "./movement.schema.ts";
import { idTaken, inLine, requireFunds } from "./movement.ts";

/** A gift that was made. */
export interface Tip {
  readonly id: string;
  readonly recipientName: string;
  readonly token: TokenType;
  /** Decimal text. */
  readonly amount: string;
  /** The giver's entry in the wallet. */
  readonly entryId: string;
}

/**
 * Gives tokens to another member. Sent twice with the same id, it is given once.
 * @throws NotFound for a member the viewer cannot see or a post that is not theirs, Forbidden
 *   across a block, LimitReached past the limits of a day, PreconditionFailed without the tokens.
 */
export async function sendTip(ctx: MemberContext, asked: SendTip): Promise<Tip> {
  const { db, viewer, brand } = ctx;
  const { recipientId, token, id } = asked;
  if (recipientId.toLowerCase() === viewer.id) {
    throw new Invalid("tip_to_self", "You cannot give tokens to yourself.");
  }
  const recipient = await findTipRecipient(db, recipientId, asked.postId ?? null);
  if (!recipient) {
    throw new NotFound("member_not_found", "There is no such member.");
  }
  if (!recipient.owns) {
    throw new NotFound("post_not_found", "There is no such post of this member.");
  }
  const settings = await findSettings(db, brand.slug);
  const given = amount(asked.amount).toFixed();
  const recipientName = recipient.name ?? "A member";
  return inLine(db, [viewer.id, recipient.id], async (system) => {
    const before = await findTip(system, id);
    if (before) {
      const same =
        before.senderId === viewer.id &&
        before.recipientId === recipient.id &&
        before.tokenType === token &&
        before.amount === given;
      if (!same) {
        throw idTaken();
      }
      return { id, recipientName, token, amount: given, entryId: before.entryId };
    }
    if (await existsBlock(system, viewer.id, recipient.id)) {
      throw new Forbidden("blocked", "You cannot give tokens to this member.");
    }
    const use = await findTipUse(system, viewer.id, token);
    const limit = settings?.tipDailyLimit ?? "0";
    if (use.count >= (settings?.tipDailyCount ?? 0)) {
      throw new LimitReached("tips_used_up", "You have made all the gifts of these 24 hours.");
    }
    if (amount(use.total).plus(given).greaterThan(limit)) {
      throw new LimitReached(
        "tip_limit",
        `You can give ${amount(limit).toFixed()} ${token} in 24 hours, and gave ${amount(use.total).toFixed()}.`,
      );
    }
    await requireFunds(system, viewer.id, token, given);
    const standing = await findStanding(system, viewer.id);
    const [entryId = ""] = await insertEntries(system, [
      {
        userId: viewer.id,
        persona: standing?.persona ?? "hub",
        site: brand.slug,
        eventType: "tip",
        tokenType: token,
        amount: given,
        debitAccount: viewer.id,
        creditAccount: recipient.id,
        idempotencyKey: `tip:${id}`,
        metadata: { tip: id },
      },
    ]);
    await insertTip(system, {
      id,
      senderId: viewer.id,
      recipientId: recipient.id,
      tokenType: token,
      amount: given,
      note: asked.note || null,
      entity: asked.postId ? { type: "post", id: asked.postId } : null,
      entryId,
    });
    await notify(system, {
      recipients: [recipient.id],
      kind: "tip",
      platform: brand.slug,
      actorId: viewer.id,
      entityType: "token_tip",
      entityId: id,
      words: { amount: given, token, message: asked.note },
      href: `/wallet/${entryId}`,
      idempotencyKey: `tip:${id}`,
    });
    return { id, recipientName, token, amount: given, entryId };
  });
}
