import { randomInt } from "node:crypto";
import type { PlatformSlug } from "@neothink/brand/platforms";
import type { Db } from "@neothink/db/core/identity";
import { asSystem } from "@neothink/db/core/identity";
import { systemAccount } from "@neothink/db/tokens/accounts";
import { insertEntries } from "@neothink/db/tokens/entries";
import {
  findDueReferral,
  findOwnCode,
  insertOwnCode,
  insertReferralBonus,
  listReferrals,
  type OwnCodeRow,
  type ReferralRow,
  updateReferralQualified,
} from "@neothink/db/tokens/referrals";
import { findSettings, findWeight, type SettingsRow } from "@neothink/db/tokens/settings";
import { findStanding } from "@neothink/db/tokens/standing";
import type { MemberContext } from "../core/context.ts";
import { notify } from "../messaging/notify.ts";
import { amount, toUnits } from "./amount.ts";

const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const codeLength = 10;
const codeUses = 50;

/** The viewer's invitations. */
export interface Invitations {
  /** The viewer's id, which the link carries. */
  readonly memberId: string;
  /** Null until the viewer asks for one. */
  readonly code: OwnCodeRow | null;
  readonly referrals: readonly ReferralRow[];
  /** When an invitation is paid, and how much. */
  readonly rule: {
    readonly actions: number;
    readonly days: number;
    readonly bonus: string;
    readonly token: string;
  };
}

/** Whom the viewer brought, by whom the viewer came, and what is paid for it. */
export async function readInvitations({ db, viewer, brand }: MemberContext): Promise<Invitations> {
  const [code, referrals, settings, weight] = await Promise.all([
    findOwnCode(db, viewer.id),
    listReferrals(db, viewer.id),
    findSettings(db, brand.slug),
    findWeight(db, brand.slug, "referral"),
  ]);
  const bonus = toUnits(amount(settings?.baseReward ?? "0").times(weight?.weight ?? "0"));
  return {
    memberId: viewer.id,
    code: code ?? null,
    referrals,
    rule: {
      actions: settings?.referralMinActions ?? 0,
      days: settings?.referralMinDays ?? 0,
      bonus,
      token: settings?.defaultToken ?? brand.token,
    },
  };
}

/** Gives the viewer a code of their own; the one that is open when there is one. */
export async function createCode({ db, viewer }: MemberContext): Promise<OwnCodeRow> {
  const open = await findOwnCode(db, viewer.id);
  if (open) {
    return open;
  }
  const code = Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join(
    "",
  );
  await asSystem(db, (system) => insertOwnCode(system, viewer.id, code, codeUses));
  return { code, uses: 0, maxUses: codeUses };
}

/**
 * Pays whoever invited this member, once, as soon as the member has become active. Does nothing
 * before and after. Needs the service's rights, and the member's place in line.
 */
export async function settleReferral(
  db: Db,
  memberId: string,
  settings: SettingsRow,
  platform: PlatformSlug,
): Promise<boolean> {
  const due = await findDueReferral(db, memberId, {
    actions: settings.referralMinActions,
    days: settings.referralMinDays,
  });
  if (!due) {
    return false;
  }
  const weight = await findWeight(db, platform, "referral");
  const bonus = toUnits(amount(settings.baseReward).times(weight?.active ? weight.weight : "0"));
  await updateReferralQualified(db, due.id);
  if (bonus === "0") {
    return false;
  }
  const standing = await findStanding(db, due.referrerId);
  const [entryId = ""] = await insertEntries(db, [
    {
      userId: due.referrerId,
      persona: standing?.persona ?? "hub",
      site: platform,
      eventType: "referral",
      tokenType: settings.defaultToken,
      amount: bonus,
      debitAccount: systemAccount.issuance,
      creditAccount: due.referrerId,
      idempotencyKey: `referral:${due.id}`,
      metadata: { referral: due.id },
    },
  ]);
  await insertReferralBonus(db, {
    referrerId: due.referrerId,
    referredId: memberId,
    entryId,
    amount: bonus,
  });
  await notify(db, {
    recipients: [due.referrerId],
    kind: "referral",
    platform,
    actorId: memberId,
    words: { reward: `You received ${bonus} ${settings.defaultToken}.` },
    href: `/wallet/${entryId}`,
    idempotencyKey: `referral:${due.id}`,
  });
  return true;
}
