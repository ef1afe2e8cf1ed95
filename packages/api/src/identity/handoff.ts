import { createHash } from "node:crypto";
import { digestOf, randomSecret, sameSecret, ticketLifeSeconds } from "@neothink/auth/handoff";
import type { PlatformSlug } from "@neothink/brand/platforms";
import type { Db } from "@neothink/db/core/identity";
import { asSystem } from "@neothink/db/core/identity";
import { findEmail, insertTicket, takeTicket } from "@neothink/db/identity/one-time-tokens";
import { Forbidden } from "../core/errors.ts";

function storedHash(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}

/** Makes a ticket that carries the member to another app, whose verifier fits the challenge. */
export async function issueTicket(
  db: Db,
  userId: string,
  request: { app: PlatformSlug; challenge: string; returnTo: string },
): Promise<string> {
  const ticket = randomSecret();
  await asSystem(db, (system) =>
    insertTicket(system, {
      hash: storedHash(ticket),
      userId,
      platform: request.app,
      challenge: request.challenge,
      returnTo: request.returnTo,
      lifeSeconds: ticketLifeSeconds,
    }),
  );
  return ticket;
}

/** The member that a ticket stands for, and where they wanted to go. */
export interface Redemption {
  email: string;
  returnTo: string;
}

/**
 * Uses a ticket up for the app that began the hand-off.
 * @returns null when the verifier does not fit: the ticket is spent all the same.
 * @throws Forbidden when there is no such ticket left.
 */
export async function redeemTicket(
  db: Db,
  request: { app: PlatformSlug; ticket: string; verifier: string },
): Promise<Redemption | null> {
  return asSystem(db, async (system) => {
    const found = await takeTicket(system, {
      hash: storedHash(request.ticket),
      platform: request.app,
    });
    if (found === undefined) {
      throw new Forbidden("ticket_spent", "This way over is used up. Please sign in.");
    }
    // Returned, not thrown: an error would roll back the ticket's use.
    if (!sameSecret(digestOf(request.verifier), found.code_challenge)) {
      return null;
    }
    const email = await findEmail(system, found.user_id);
    return email === undefined ? null : { email, returnTo: found.return_to };
  });
}
