import { createHash, randomBytes, randomInt } from "node:crypto";
import type { AuthContext } from "./auth-context.ts";
import type { Database } from "./database.ts";
import { row, rows, run } from "./database.ts";
import { AuthError, validationFailed } from "./errors.ts";
import { codeTries, lifetimes } from "./settings.ts";
import { sameSecret, sha256 } from "./vault.ts";

/** What a link or code is good for. */
export type Purpose =
  | "signup"
  | "invite"
  | "magiclink"
  | "recovery"
  | "email_change_current"
  | "email_change_new"
  | "reauthentication";

/** The challenge of a sign-in that only the starting browser may finish. */
export interface Challenge {
  code_challenge: string;
  code_challenge_method: "s256" | "plain";
}

/** A pending token as stored. */
export interface PendingToken {
  id: string;
  user_id: string;
  purpose: Purpose;
  email: string;
  flow_state_id: string | null;
}

/** What goes into the mail, and nowhere else. */
export interface MailSecret {
  /** For the link; begins with `pkce_` when a challenge came along. */
  token: string;
  /** Six digits. */
  code: string;
}

/** What is asked for when a token is made. */
export interface NewToken {
  userId: string;
  purpose: Purpose;
  email: string;
  challenge?: Challenge | null;
}

const tokenColumns = "id, user_id, purpose, email, flow_state_id";

/** Makes a link token and a code; an earlier pair of this account and purpose is void. */
export async function createOneTimeToken(
  auth: AuthContext,
  db: Database,
  { userId, purpose, email, challenge }: NewToken,
): Promise<MailSecret> {
  const code = randomInt(0, 1_000_000).toString().padStart(6, "0");
  const token = `${challenge ? "pkce_" : ""}${randomBytes(32).toString("base64url")}`;
  const flow = challenge ? await createFlow(db, userId, purpose, challenge) : null;
  const seconds = purpose === "invite" ? lifetimes.invite : lifetimes.mailToken;
  await run(
    db,
    `insert into auth_local.one_time_tokens
       (user_id, purpose, email, token_hash, code_hash, flow_state_id, expires_at)
     values ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7))
     on conflict (user_id, purpose) do update set email = excluded.email,
       token_hash = excluded.token_hash, code_hash = excluded.code_hash, code_tries = 0,
       flow_state_id = excluded.flow_state_id, expires_at = excluded.expires_at, created_at = now()`,
    [userId, purpose, email, sha256(token), hashCode(auth, purpose, email, code), flow, seconds],
  );
  return { token, code };
}

function hashCode(auth: AuthContext, purpose: Purpose, email: string, code: string): string {
  return auth.vault.fingerprint("one-time code", `${purpose}\n${email}\n${code}`);
}

/** The pending token of a link, or null. It is not used up yet. */
export function findByToken(
  db: Database,
  token: string,
  purposes: readonly Purpose[],
): Promise<PendingToken | null> {
  return row<PendingToken>(
    db,
    `select ${tokenColumns} from auth_local.one_time_tokens
     where token_hash = $1 and purpose = any($2) and expires_at > now()`,
    [sha256(token), purposes],
  );
}

/**
 * The pending token of a code, or null. Each call counts as a try before anything is compared, so
 * that parallel guesses get no more than five; then the code is void (the link stays good).
 */
export async function findByCode(
  auth: AuthContext,
  email: string,
  code: string,
  purposes: readonly Purpose[],
): Promise<PendingToken | null> {
  const candidates = await rows<PendingToken & { code_hash: string }>(
    auth.db,
    `update auth_local.one_time_tokens set code_tries = code_tries + 1
     where email = $1 and purpose = any($2) and expires_at > now()
       and code_hash is not null and code_tries < $3
     returning ${tokenColumns}, code_hash`,
    [email, purposes, codeTries],
  );
  const found = candidates.find((candidate) =>
    sameSecret(candidate.code_hash, hashCode(auth, candidate.purpose, email, code)),
  );
  if (found) {
    return found;
  }
  await run(
    auth.db,
    `update auth_local.one_time_tokens set code_hash = null
     where email = $1 and purpose = any($2) and code_tries >= $3`,
    [email, purposes, codeTries],
  );
  return null;
}

/** Uses a token up; false when somebody else just did. */
export async function consume(db: Database, pending: PendingToken): Promise<boolean> {
  const used = await run(db, "delete from auth_local.one_time_tokens where id = $1", [pending.id]);
  return used === 1;
}

/** Voids all that is pending for an account. */
export async function voidTokens(db: Database, userId: string): Promise<void> {
  await run(db, "delete from auth_local.one_time_tokens where user_id = $1", [userId]);
  await run(db, "delete from auth_local.flow_state where user_id = $1", [userId]);
}

async function createFlow(
  db: Database,
  userId: string,
  purpose: Purpose,
  challenge: Challenge,
): Promise<string | null> {
  const flow = await row<{ id: string }>(
    db,
    `insert into auth_local.flow_state (user_id, code_challenge, code_challenge_method, method)
     values ($1, $2, $3, $4) returning id`,
    [userId, challenge.code_challenge, challenge.code_challenge_method, proofOf(purpose)],
  );
  return flow?.id ?? null;
}

/** The way of proof that a session shows which began with this purpose. */
export function proofOf(purpose: Purpose): string {
  switch (purpose) {
    case "signup":
      return "email/signup";
    case "email_change_current":
    case "email_change_new":
      return "email_change";
    case "reauthentication":
      return "otp";
    case "invite":
    case "magiclink":
    case "recovery":
      return purpose;
  }
}

/** Hands out the code of a sign-in under way, to be exchanged within five minutes. */
export async function issueAuthCode(db: Database, flowId: string): Promise<string> {
  const code = randomBytes(24).toString("base64url");
  await run(
    db,
    `update auth_local.flow_state set auth_code_hash = $2, auth_code_issued_at = now() where id = $1`,
    [flowId, sha256(code)],
  );
  return code;
}

/**
 * Exchanges a code for the account and the way of proof; it works once.
 * @throws {AuthError} flow_state_not_found (404), flow_state_expired (422), bad_code_verifier (400)
 */
export async function redeemAuthCode(
  db: Database,
  code: string,
  verifier: string,
): Promise<{ userId: string; method: string }> {
  const flow = await row<{
    user_id: string;
    method: string;
    code_challenge: string;
    code_challenge_method: string;
    expired: boolean;
  }>(
    db,
    `delete from auth_local.flow_state where auth_code_hash = $1
     returning user_id, method, code_challenge, code_challenge_method,
       auth_code_issued_at < now() - make_interval(secs => $2) as expired`,
    [sha256(code), lifetimes.authCode],
  );
  if (!flow) {
    throw new AuthError(
      404,
      "flow_state_not_found",
      "Invalid flow state, no valid flow state found",
    );
  }
  if (flow.expired) {
    throw new AuthError(422, "flow_state_expired", "Invalid flow state, flow state has expired");
  }
  const shown =
    flow.code_challenge_method === "plain"
      ? verifier
      : createHash("sha256").update(verifier).digest("base64url");
  if (!sameSecret(shown, flow.code_challenge)) {
    throw new AuthError(
      400,
      "bad_code_verifier",
      "Code challenge does not match the code verifier",
    );
  }
  return { userId: flow.user_id, method: flow.method };
}

/**
 * Reads the challenge of a request's body; null when there is none.
 * @throws {AuthError} validation_failed (400) when it is half there or malformed
 */
export function readChallenge(body: {
  code_challenge?: string | null | undefined;
  code_challenge_method?: string | null | undefined;
}): Challenge | null {
  const challenge = body.code_challenge ?? "";
  const method = (body.code_challenge_method ?? "").toLowerCase();
  if (challenge === "" && method === "") {
    return null;
  }
  if (method !== "s256" && method !== "plain") {
    throw validationFailed("PKCE flow requires code_challenge_method to be s256 or plain");
  }
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(challenge)) {
    throw validationFailed("code challenge has to be between 43 and 128 characters");
  }
  return { code_challenge: challenge, code_challenge_method: method };
}
