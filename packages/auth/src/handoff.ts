import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A ticket for another app's domain lives this many seconds. */
export const ticketLifeSeconds = 60;

/** Holds state and verifier of a hand-off that this browser has begun. */
export const handoffCookieName = "nt-handoff";

/** 256 random bits, base64url. */
export function randomSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What the hub is shown of a verifier, and the database of a ticket: its SHA-256, base64url. */
export function digestOf(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("base64url");
}

/** Compares two secrets without telling by time where they differ. */
export function sameSecret(left: string, right: string): boolean {
  const a = Buffer.from(digestOf(left));
  const b = Buffer.from(digestOf(right));
  return timingSafeEqual(a, b);
}

/** Whether a challenge has the form that {@link digestOf} gives. */
export function isChallenge(value: string | null): value is string {
  return value !== null && /^[A-Za-z0-9_-]{43}$/.test(value);
}
