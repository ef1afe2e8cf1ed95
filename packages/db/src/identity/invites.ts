import type { Db } from "../core/identity.ts";

/** Constraint that a used up, expired or called back code violates. */
export const INVITE_OPEN_CONSTRAINT = "invite_redemptions_open_check";

/** What a newcomer may know of an invitation. */
export interface Invite {
  id: string;
  created_by: string | null;
  platform_slug: string | null;
}

/** The invitation with this code, whatever its state. Needs the service's rights. */
export async function findInvite(db: Db, code: string): Promise<Invite | undefined> {
  return db
    .selectFrom("invite_codes")
    .select(["id", "created_by", "platform_slug"])
    .where("code", "=", code)
    .executeTakeFirst();
}

/** Whether a member has come in by an invitation before. Needs the service's rights. */
export async function findRedemption(
  db: Db,
  userId: string,
): Promise<{ invite_code_id: string } | undefined> {
  return db
    .selectFrom("invite_redemptions")
    .select("invite_code_id")
    .where("user_id", "=", userId)
    .executeTakeFirst();
}

/**
 * Takes one use of the code for the member. Needs the service's rights.
 * @returns false when the member has redeemed a code before.
 * @throws DatabaseError of {@link INVITE_OPEN_CONSTRAINT} when the code is closed.
 */
export async function insertRedemption(db: Db, inviteId: string, userId: string): Promise<void> {
  await db
    .insertInto("invite_redemptions")
    .values({ invite_code_id: inviteId, user_id: userId })
    .execute();
}

/** Whether an account exists. Needs the service's rights. */
export async function existsUser(db: Db, userId: string): Promise<boolean> {
  const row = await db.selectFrom("users").select("id").where("id", "=", userId).executeTakeFirst();
  return row !== undefined;
}

/**
 * Records who brought whom; the first record of a member stays. Needs the service's rights.
 * @returns whether this one was recorded.
 */
export async function insertReferral(
  db: Db,
  referrerId: string,
  referredId: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("referrals")
    .values({ referrer_id: referrerId, referred_id: referredId })
    .onConflict((oc) => oc.column("referred_id").doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
