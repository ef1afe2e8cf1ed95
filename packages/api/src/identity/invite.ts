import { platformSlugs } from "@neothink/brand/platforms";
import { insertAudit } from "@neothink/db/core/audit";
import { violates } from "@neothink/db/core/errors";
import type { Db } from "@neothink/db/core/identity";
import { asSystem } from "@neothink/db/core/identity";
import { insertAccess } from "@neothink/db/identity/access";
import type { Invite } from "@neothink/db/identity/invites";
import {
  existsUser,
  findInvite,
  findRedemption,
  INVITE_OPEN_CONSTRAINT,
  insertRedemption,
  insertReferral,
} from "@neothink/db/identity/invites";
import { Conflict, Invalid, NotFound } from "../core/errors.ts";

/** What redeeming a code has opened. */
export interface Redeemed {
  /** The platform that the code opened; null for a code that only brings somebody in. */
  platform: string | null;
}

/**
 * Redeems an invitation for a member, who may come in by one code only. The code's uses are
 * counted under its row lock, so that the last use goes to exactly one of many.
 * @throws NotFound for an unknown code, Conflict for a second code, Invalid for a closed one.
 */
export async function redeemInvite(db: Db, userId: string, code: string): Promise<Redeemed> {
  return asSystem(db, async (system) => {
    const invite = await findInvite(system, code);
    if (invite === undefined) {
      throw new NotFound("invite_unknown", "There is no invitation with this code.");
    }
    const before = await findRedemption(system, userId);
    if (before !== undefined) {
      if (before.invite_code_id === invite.id) {
        return { platform: invite.platform_slug };
      }
      throw new Conflict("invite_already_redeemed", "You have come in by another invitation.");
    }
    await takeUse(system, invite, userId);
    const platform = platformSlugs.find((slug) => slug === invite.platform_slug) ?? null;
    if (platform !== null) {
      await insertAccess(system, {
        userId,
        platform,
        source: "invite",
        ...(invite.created_by === null ? {} : { grantedBy: invite.created_by }),
      });
    }
    await insertAudit(system, {
      actorId: userId,
      action: "invite_code:redeem",
      entityType: "invite_code",
      entityId: invite.id,
      after: { platform },
    });
    if (invite.created_by !== null && invite.created_by !== userId) {
      await insertReferral(system, invite.created_by, userId);
    }
    return { platform };
  });
}

async function takeUse(db: Db, invite: Invite, userId: string): Promise<void> {
  try {
    await insertRedemption(db, invite.id, userId);
  } catch (error) {
    if (violates(error, INVITE_OPEN_CONSTRAINT)) {
      throw new Invalid("invite_closed", "This invitation is used up or has run out.", {
        code: ["This invitation is used up or has run out."],
      });
    }
    throw error;
  }
}

/**
 * Records who brought the viewer; only the first record counts.
 * @returns whether this one was recorded.
 * @throws Invalid for a referral of oneself, NotFound for an unknown referrer.
 */
export async function recordReferral(db: Db, userId: string, referrerId: string): Promise<boolean> {
  if (referrerId.toLowerCase() === userId) {
    throw new Invalid("self_referral", "Nobody can bring themself.");
  }
  return asSystem(db, async (system) => {
    if (!(await existsUser(system, referrerId))) {
      throw new NotFound("referrer_unknown", "There is no member behind this link.");
    }
    return insertReferral(system, referrerId, userId);
  });
}
