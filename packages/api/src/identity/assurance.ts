import type { Claims, Db } from "@neothink/db/core/identity";
import { findOwesSecondFactor } from "@neothink/db/identity/assurance";
import { Forbidden } from "../core/errors.ts";

// A factor that is added on another device reaches older sessions within this time.
const trustMilliseconds = 60_000;
const mostRemembered = 10_000;

const trusted = new Map<string, number>();

/**
 * Refuses a session that still owes the account's second factor. Our pages never hand such a
 * session out, but the sign-in service gives one to whoever has the password.
 * @throws Forbidden `second_factor_required`.
 */
export async function requireAssurance(db: Db, claims: Claims): Promise<void> {
  if (claims.aal !== "aal1") {
    return;
  }
  const key = `${claims.sub} ${claims.session_id ?? ""}`;
  const now = Date.now();
  if ((trusted.get(key) ?? 0) > now) {
    return;
  }
  if (await findOwesSecondFactor(db)) {
    throw new Forbidden("second_factor_required", "Please sign in with your second factor.");
  }
  if (trusted.size >= mostRemembered) {
    trusted.clear();
  }
  trusted.set(key, now + trustMilliseconds);
}
