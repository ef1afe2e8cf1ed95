import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** A ticket that carries a member to an app on another domain. */
export interface Ticket {
  /** SHA-256 of the ticket in hex. */
  hash: string;
  userId: string;
  platform: string;
  challenge: string;
  returnTo: string;
  lifeSeconds: number;
}

/** Stores a ticket and clears away old ones. Needs the service's rights. */
export async function insertTicket(db: Db, ticket: Ticket): Promise<void> {
  await db
    .deleteFrom("sso_tickets")
    .where("expires_at", "<", sql<Date>`now() - interval '1 hour'`)
    .execute();
  await db
    .insertInto("sso_tickets")
    .values({
      ticket_hash: ticket.hash,
      user_id: ticket.userId,
      platform_slug: ticket.platform,
      code_challenge: ticket.challenge,
      return_to: ticket.returnTo,
      expires_at: sql<Date>`now() + make_interval(secs => ${ticket.lifeSeconds})`,
    })
    .execute();
}

/**
 * Uses a ticket up. It is spent even when the challenge is wrong: nobody may try twice.
 * Needs the service's rights.
 */
export async function takeTicket(
  db: Db,
  { hash, platform }: { hash: string; platform: string },
): Promise<{ user_id: string; code_challenge: string; return_to: string } | undefined> {
  return db
    .updateTable("sso_tickets")
    .set({ used_at: sql<Date>`now()` })
    .where("ticket_hash", "=", hash)
    .where("platform_slug", "=", platform)
    .where("used_at", "is", null)
    .where("expires_at", ">", sql<Date>`now()`)
    .returning(["user_id", "code_challenge", "return_to"])
    .executeTakeFirst();
}

/** The address that an account signs in with. Needs the service's rights. */
export async function findEmail(db: Db, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("users")
    .select("email")
    .where("id", "=", userId)
    .executeTakeFirst();
  return row?.email;
}

/** A one-time token of a form. */
export interface FormToken {
  /** SHA-256 of the token in hex. */
  hash: string;
  purpose: string;
  userAgent: string | null;
  lifeSeconds: number;
}

/** Stores a form's token and clears away expired ones. Needs the service's rights. */
export async function insertFormToken(db: Db, token: FormToken): Promise<void> {
  await db.deleteFrom("csrf_tokens").where("expires_at", "<", sql<Date>`now()`).execute();
  await db
    .insertInto("csrf_tokens")
    .values({
      token_hash: token.hash,
      purpose: token.purpose,
      user_agent: token.userAgent,
      expires_at: sql<Date>`now() + make_interval(secs => ${token.lifeSeconds})`,
    })
    .execute();
}

/** Uses a form's token up; false when there is no such token left. Needs the service's rights. */
export async function takeFormToken(
  db: Db,
  { hash, purpose, userAgent }: Omit<FormToken, "lifeSeconds">,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("csrf_tokens")
    .set({ used_at: sql<Date>`now()` })
    .where("token_hash", "=", hash)
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where("expires_at", ">", sql<Date>`now()`)
    .where("user_agent", "is not distinct from", userAgent)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
