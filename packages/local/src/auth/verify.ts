import { z } from "zod";
import type { AuthContext } from "./auth-context.ts";
import { transaction } from "./database.ts";
import { confirmEmailChange, halfConfirmed, noticeEmailChange } from "./email-change.ts";
import { AuthError, otpExpired, validationFailed } from "./errors.ts";
import { logAuth } from "./history.ts";
import type { AuthRequest, Caller, Handler } from "./http.ts";
import { noContent, ok, seeOther } from "./http.ts";
import { Code, Email, parseBody } from "./inputs.ts";
import { forgetFailures } from "./login-attempts.ts";
import { redirectOf, sendWelcome } from "./mail-flows.ts";
import type { PendingToken, Purpose } from "./one-time-tokens.ts";
import { consume, findByCode, findByToken, issueAuthCode, proofOf } from "./one-time-tokens.ts";
import { limitNetwork } from "./rate-limits.ts";
import type { SessionJson } from "./sessions.ts";
import { startSession } from "./sessions.ts";
import { confirmEmail, isBanned, requireUser, setPasswordHash } from "./users.ts";

const VerifyType = z.enum(["signup", "invite", "magiclink", "recovery", "email_change", "email"]);
type VerifyType = z.infer<typeof VerifyType>;

const Verify = z.object({
  type: VerifyType,
  email: Email.nullish(),
  phone: z.string().nullish(),
  token: Code.nullish(),
  token_hash: z.string().max(200).nullish(),
});

function purposesOf(type: VerifyType): Purpose[] {
  switch (type) {
    case "email":
      return ["signup", "magiclink"];
    case "email_change":
      return ["email_change_current", "email_change_new"];
    case "signup":
    case "invite":
    case "magiclink":
    case "recovery":
      return [type];
  }
}

/** `POST /verify`: uses up a code (with its address) or a link's token, and signs in. */
export function verify(auth: AuthContext): Handler {
  return async (request) => {
    const input = parseBody(Verify, request.body);
    if (input.token_hash && (input.email || input.phone)) {
      throw validationFailed("Only the token_hash and type should be provided");
    }
    await limitVerifications(auth, request);
    const purposes = purposesOf(input.type);
    const pending = await findPending(auth, input, purposes);
    if (!pending) {
      throw otpExpired();
    }
    const method = input.token_hash ? proofOf(pending.purpose) : proofOfCode(pending.purpose);
    const session = await signInWithToken(auth, pending, method, request.caller);
    return ok(session ?? { code: "200", msg: halfConfirmed });
  };
}

function findPending(
  auth: AuthContext,
  input: z.infer<typeof Verify>,
  purposes: Purpose[],
): Promise<PendingToken | null> {
  if (input.token_hash) {
    return findByToken(auth.db, input.token_hash, purposes);
  }
  if (!input.email || !input.token) {
    throw validationFailed("Verify requires either a token hash or an email and a token");
  }
  return findByCode(auth, input.email, input.token, purposes);
}

/** A code that was typed in counts as such; a recovery stays one, whichever way it was shown. */
function proofOfCode(purpose: Purpose): string {
  return purpose === "magiclink" || purpose === "signup" ? "otp" : proofOf(purpose);
}

/** Uses the token up, proves the address and signs in; null after half of a change of address. */
async function signInWithToken(
  auth: AuthContext,
  pending: PendingToken,
  method: string,
  caller: Caller,
): Promise<SessionJson | null> {
  return spendToken(auth, pending, caller, async (db) => {
    await logAuth(db, {
      userId: pending.user_id,
      action: "login_success",
      caller,
      details: { method },
    });
    return startSession(auth, db, pending.user_id, method, caller);
  });
}

/**
 * Uses a token up and does what it is for; `finish` runs in the same transaction, unless only half
 * of a change of address is done.
 * @throws {AuthError} otp_expired when it was used in the meantime, user_banned
 */
async function spendToken<Result>(
  auth: AuthContext,
  pending: PendingToken,
  caller: Caller,
  finish: (db: Parameters<Parameters<typeof transaction>[1]>[0]) => Promise<Result>,
): Promise<Result | null> {
  const before = await requireUser(auth.db, pending.user_id, 403);
  if (isBanned(before)) {
    throw new AuthError(403, "user_banned", "User is banned");
  }
  const changesEmail = pending.purpose.startsWith("email_change");
  const result = await transaction(auth.db, async (db) => {
    if (!(await consume(db, pending))) {
      throw otpExpired();
    }
    if (changesEmail) {
      return (await confirmEmailChange(db, pending, caller)) ? { value: await finish(db) } : null;
    }
    if (!before.email_confirmed_at) {
      // Whoever signed up earlier without proving the address must not keep a way in.
      if (pending.purpose !== "signup") {
        await setPasswordHash(db, before.id, null);
      }
      await logAuth(db, { userId: before.id, action: "email_confirmed", caller });
    }
    await confirmEmail(db, before.id);
    return { value: await finish(db) };
  });
  if (changesEmail && result) {
    await noticeEmailChange(auth, before.id, before.email);
  }
  if (!changesEmail && !before.email_confirmed_at) {
    sendWelcome(auth, before);
  }
  if (pending.purpose === "recovery") {
    await forgetFailures(auth, before.email, null);
  }
  return result?.value ?? null;
}

/** `GET /verify`: what Supabase's own mail links call; always sends the browser on (303). */
export function verifyLink(auth: AuthContext): Handler {
  return async (request) => {
    const redirectTo = redirectOf(auth, request);
    const token = request.query.get("token") ?? request.query.get("token_hash") ?? "";
    try {
      return seeOther(await followLink(auth, request, token, redirectTo));
    } catch (error) {
      if (error instanceof AuthError) {
        return seeOther(withError(redirectTo, error, token.startsWith("pkce_")));
      }
      throw error;
    }
  };
}

/** `HEAD /verify`: mail scanners look before people do; nothing is used up. */
export function verifyLinkHead(): Handler {
  return () => noContent;
}

async function followLink(
  auth: AuthContext,
  request: AuthRequest,
  token: string,
  redirectTo: string,
): Promise<string> {
  const type = VerifyType.safeParse(request.query.get("type"));
  if (!type.success || token === "") {
    throw validationFailed("Verify requires a token and a type");
  }
  await limitVerifications(auth, request);
  const pending = await findByToken(auth.db, token, purposesOf(type.data));
  if (!pending) {
    throw otpExpired();
  }
  const flowId = pending.flow_state_id;
  if (token.startsWith("pkce_") && flowId) {
    const code = await spendToken(auth, pending, request.caller, (db) => issueAuthCode(db, flowId));
    return code === null ? withMessage(redirectTo, true) : withQuery(redirectTo, { code });
  }
  const method = proofOf(pending.purpose);
  const session = await signInWithToken(auth, pending, method, request.caller);
  if (!session) {
    return withMessage(redirectTo, false);
  }
  return withFragment(redirectTo, {
    access_token: session.access_token,
    expires_at: String(session.expires_at),
    expires_in: String(session.expires_in),
    refresh_token: session.refresh_token,
    sb: "",
    token_type: session.token_type,
    type: type.data,
  });
}

function withQuery(address: string, values: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(values)) {
    url.searchParams.set(name, value);
  }
  return url.href;
}

function withFragment(address: string, values: Record<string, string>): string {
  const url = new URL(address);
  url.hash = new URLSearchParams(values).toString();
  return url.href;
}

function withMessage(address: string, inQuery: boolean): string {
  const target = inQuery ? withQuery(address, { message: halfConfirmed }) : address;
  return withFragment(target, { message: halfConfirmed, sb: "" });
}

function withError(address: string, error: AuthError, inQuery: boolean): string {
  const values = {
    error: "access_denied",
    error_code: error.code,
    error_description: error.message,
  };
  const target = inQuery ? withQuery(address, values) : address;
  return withFragment(target, { ...values, sb: "" });
}

async function limitVerifications(auth: AuthContext, request: AuthRequest): Promise<void> {
  const { verificationsPerFiveMinutes } = auth.settings.limits;
  if (!request.isService) {
    await limitNetwork(auth.db, "verify", request.caller.ip, 300, verificationsPerFiveMinutes);
  }
}
