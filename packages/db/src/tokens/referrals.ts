import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** Somebody whom the viewer brought, or who brought the viewer. */
export interface ReferralRow {
  readonly id: string;
  /** True when the viewer is the one who invited. */
  readonly invited: boolean;
  /** The other one's name; null when their card cannot be seen. */
  readonly name: string | null;
  /** `joined`, `qualified` or `refused`. */
  readonly status: string;
  readonly createdAt: Date;
  readonly qualifiedAt: Date | null;
  /** What was paid to the inviter; decimal text, null until then. */
  readonly bonus: string | null;
  readonly tokenType: string | null;
  /** The inviter's entry; null for the other side. */
  readonly entryId: string | null;
}

/** The viewer's referrals, both ways, the latest first; two hundred at most. */
export async function listReferrals(db: Db, userId: string): Promise<ReferralRow[]> {
  return db
    .selectFrom("referrals as r")
    .leftJoin("member_cards as c", (join) =>
      join.on(
        sql<boolean>`c.id = case when r.referrer_id = ${userId} then r.referred_id else r.referrer_id end`,
      ),
    )
    .leftJoin("referral_bonuses as b", (join) =>
      join
        .onRef("b.referrer_id", "=", "r.referrer_id")
        .onRef("b.referred_id", "=", "r.referred_id"),
    )
    .leftJoin("gamification_events as e", "e.id", "b.ledger_entry_id")
    .select([
      "r.id",
      sql<boolean>`r.referrer_id = ${userId}`.as("invited"),
      "c.full_name as name",
      "r.status",
      "r.created_at as createdAt",
      "r.qualified_at as qualifiedAt",
      sql<string | null>`trim_scale(b.bonus_amount)::text`.as("bonus"),
      "e.token_type as tokenType",
      "e.id as entryId",
    ])
    .where((eb) => eb.or([eb("r.referrer_id", "=", userId), eb("r.referred_id", "=", userId)]))
    .orderBy("r.created_at", "desc")
    .orderBy("r.id")
    .limit(200)
    .execute();
}

/** A referral whose invited member has become active. */
export interface DueReferralRow {
  readonly id: string;
  readonly referrerId: string;
}

/**
 * The referral of an invited member once it is due: onboarding done in one app, and as many rewarded
 * actions on as many days as the figures ask. Undefined until then and after. For the service.
 */
export async function findDueReferral(
  db: Db,
  referredId: string,
  need: { readonly actions: number; readonly days: number },
): Promise<DueReferralRow | undefined> {
  return db
    .selectFrom("referrals as r")
    .select(["r.id", sql<string>`r.referrer_id`.as("referrerId")])
    .where("r.referred_id", "=", referredId)
    .where("r.status", "=", "joined")
    .where("r.referrer_id", "is not", null)
    .where(
      sql<boolean>`exists (select from user_onboarding o
        where o.user_id = r.referred_id and o.completed_at is not null)
      and (select count(*) >= ${need.actions} and count(distinct a.local_date) >= ${need.days}
        from user_actions a where a.user_id = r.referred_id and a.status = 'awarded' and a.amount > 0)
      and not exists (select from award_holds h where h.user_id in (r.referrer_id, r.referred_id)
        and h.action_id is null and h.status in ('held', 'appealed'))`,
    )
    .forUpdate("r")
    .executeTakeFirst();
}

/** Notes that a referral has become due. For the service. */
export async function updateReferralQualified(db: Db, id: string): Promise<void> {
  await db
    .updateTable("referrals")
    .set({ status: "qualified", qualified_at: sql<Date>`now()` })
    .where("id", "=", id)
    .execute();
}

/** Why a referral was paid; belongs to exactly one ledger entry. For the service. */
export async function insertReferralBonus(
  db: Db,
  bonus: { referrerId: string; referredId: string; entryId: string; amount: string },
): Promise<void> {
  await db
    .insertInto("referral_bonuses")
    .values({
      referrer_id: bonus.referrerId,
      referred_id: bonus.referredId,
      ledger_entry_id: bonus.entryId,
      bonus_amount: bonus.amount,
    })
    .execute();
}

/** An invitation of the viewer's own. */
export interface OwnCodeRow {
  readonly code: string;
  readonly uses: number;
  readonly maxUses: number;
}

/** The viewer's open code that only brings somebody in; undefined before the first was asked for. */
export async function findOwnCode(db: Db, userId: string): Promise<OwnCodeRow | undefined> {
  return db
    .selectFrom("invite_codes")
    .select(["code", "uses", "max_uses as maxUses"])
    .where("created_by", "=", userId)
    .where("platform_slug", "is", null)
    .where("active", "=", true)
    .where("expires_at", "is", null)
    .whereRef("uses", "<", "max_uses")
    .orderBy("created_at")
    .limit(1)
    .executeTakeFirst();
}

/** Makes a code of a member's own. For the service. */
export async function insertOwnCode(
  db: Db,
  userId: string,
  code: string,
  maxUses: number,
): Promise<void> {
  await db
    .insertInto("invite_codes")
    .values({ code, created_by: userId, max_uses: maxUses })
    .execute();
}
