import type pg from "pg";
import type { AuthContext } from "./auth-context.ts";
import { asConflict, emailExists } from "./conflicts.ts";
import { row, run, transaction } from "./database.ts";
import { otpExpired } from "./errors.ts";
import { logAuth } from "./history.ts";
import type { Caller } from "./http.ts";
import type { SecretMail } from "./mail-flows.ts";
import { makeSecret, sendNotice, sendSecret } from "./mail-flows.ts";
import type { Challenge, PendingToken } from "./one-time-tokens.ts";
import { voidTokens } from "./one-time-tokens.ts";
import { takeMailTurn } from "./rate-limits.ts";
import type { UserRow } from "./users.ts";
import { changeEmail, requireUser } from "./users.ts";

/** What the first of the two confirmations answers. */
export const halfConfirmed =
  "Confirmation link accepted. Please proceed to confirm link sent to the other email";

/**
 * Begins a change of address: nothing changes until both addresses have agreed.
 * @throws {AuthError} email_exists (422) when the new one belongs to somebody
 */
export async function beginEmailChange(
  auth: AuthContext,
  user: UserRow,
  newEmail: string,
  redirectTo: string,
  challenge: Challenge | null,
): Promise<void> {
  const taken = await row(auth.db, "select id from public.users where email = $1", [newEmail]);
  if (taken) {
    throw emailExists();
  }
  await run(
    auth.db,
    `update auth_local.accounts
     set new_email = $2, email_change_confirmed = null, email_change_sent_at = now(), updated_at = now()
     where user_id = $1`,
    [user.id, newEmail],
  );
  await mailEmailChange(auth, user, newEmail, redirectTo, challenge);
}

/** Mails both addresses their link and code, unless that was done a moment ago. */
export async function mailEmailChange(
  auth: AuthContext,
  user: UserRow,
  newEmail: string,
  redirectTo: string,
  challenge: Challenge | null,
): Promise<void> {
  const pause = auth.settings.limits.mailPauseSeconds;
  if (!(await takeMailTurn(auth.db, `email_change:${user.id}`, newEmail, pause))) {
    return;
  }
  const common = { user, newEmail, redirectTo, challenge };
  const mails: SecretMail[] = [
    { ...common, purpose: "email_change_current", to: user.email },
    { ...common, purpose: "email_change_new", to: newEmail },
  ];
  const secrets = await transaction(auth.db, async (db) => {
    const made = [];
    for (const mail of mails) {
      made.push({ mail, secret: await makeSecret(auth, db, mail) });
    }
    return made;
  });
  for (const { mail, secret } of secrets) {
    sendSecret(auth, mail, secret);
  }
}

/**
 * Takes one of the two confirmations, inside a transaction.
 * @returns true when it was the second and the address is changed
 * @throws {AuthError} otp_expired when no change is running, email_exists when the address was taken
 */
export async function confirmEmailChange(
  db: pg.PoolClient,
  pending: PendingToken,
  caller: Caller,
): Promise<boolean> {
  const side = pending.purpose === "email_change_new" ? "new" : "current";
  const account = await row<{ new_email: string | null; confirmed: string | null }>(
    db,
    `select new_email, email_change_confirmed as confirmed from auth_local.accounts
     where user_id = $1 for update`,
    [pending.user_id],
  );
  const newEmail = account?.new_email;
  if (!newEmail || (side === "new" && newEmail !== pending.email)) {
    throw otpExpired();
  }
  if (account.confirmed === null || account.confirmed === side) {
    await run(db, "update auth_local.accounts set email_change_confirmed = $2 where user_id = $1", [
      pending.user_id,
      side,
    ]);
    return false;
  }
  // Somebody may have taken the address since the change began.
  await changeEmail(db, pending.user_id, newEmail).catch((error: unknown) => {
    throw asConflict(error);
  });
  await voidTokens(db, pending.user_id);
  await logAuth(db, { userId: pending.user_id, action: "email_changed", caller });
  return true;
}

/** Tells the old address that the account has left it. */
export async function noticeEmailChange(
  auth: AuthContext,
  userId: string,
  oldEmail: string,
): Promise<void> {
  const user = await requireUser(auth.db, userId);
  sendNotice(auth, user, `The address of your account was changed to ${user.email}`, oldEmail);
}
