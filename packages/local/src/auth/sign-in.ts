import { z } from "zod";
import type { AuthContext } from "./auth-context.ts";
import { transaction } from "./database.ts";
import { AuthError, invalidCredentials, validationFailed } from "./errors.ts";
import { logAuth } from "./history.ts";
import type { AuthRequest, Handler, Reply } from "./http.ts";
import { ok } from "./http.ts";
import { Email, Password, parseBody } from "./inputs.ts";
import { forgetFailures, isLocked, recordFailure } from "./login-attempts.ts";
import { redeemAuthCode } from "./one-time-tokens.ts";
import { passwordWeaknesses } from "./passwords.ts";
import { limitNetwork } from "./rate-limits.ts";
import { refresh } from "./refresh.ts";
import { startSession } from "./sessions.ts";
import { findUserByEmail, isBanned, requireUser, setPasswordHash } from "./users.ts";

const PasswordGrant = z.object({
  email: Email.nullish(),
  phone: z.string().nullish(),
  password: Password,
});

const PkceGrant = z.object({ auth_code: z.string().min(1), code_verifier: z.string().min(1) });

/** `POST /token?grant_type=`: password, refresh_token or pkce; the others are switched off. */
export function token(auth: AuthContext): Handler {
  return (request) => {
    const grant = request.query.get("grant_type");
    switch (grant) {
      case "password":
        return signInWithPassword(auth, request);
      case "refresh_token":
        return refresh(auth, request);
      case "pkce":
        return exchangeCode(auth, request);
      case "id_token":
        throw new AuthError(400, "provider_disabled", "Provider is not enabled");
      case "web3":
        throw new AuthError(422, "web3_provider_disabled", "Web3 provider is disabled");
      default:
        throw validationFailed("unsupported_grant_type");
    }
  };
}

async function signInWithPassword(auth: AuthContext, request: AuthRequest): Promise<Reply> {
  const { email, phone, password } = parseBody(PasswordGrant, request.body);
  if (!email) {
    throw phone
      ? new AuthError(422, "phone_provider_disabled", "Phone logins are disabled")
      : validationFailed("missing email or phone");
  }
  if (await isLocked(auth, request, email)) {
    throw invalidCredentials();
  }
  const user = await findUserByEmail(auth.db, email);
  const check = await auth.passwords.verify(user?.password_hash ?? null, password);
  if (!user || !check.matches) {
    await recordFailure(auth, request, email, user);
    throw invalidCredentials();
  }
  await forgetFailures(auth, email, request.caller.ip);
  // Only who knows the password learns the state of the account.
  if (isBanned(user)) {
    throw new AuthError(400, "user_banned", "User is banned");
  }
  if (!user.email_confirmed_at) {
    throw new AuthError(400, "email_not_confirmed", "Email not confirmed");
  }
  const rehashed = check.stale ? await auth.passwords.hash(password) : null;
  const session = await transaction(auth.db, async (db) => {
    if (rehashed) {
      await setPasswordHash(db, user.id, rehashed);
    }
    await logAuth(db, {
      userId: user.id,
      action: "login_success",
      caller: request.caller,
      details: { method: "password" },
    });
    return startSession(auth, db, user.id, "password", request.caller);
  });
  const reasons = passwordWeaknesses(password, email);
  return ok(reasons.length > 0 ? { ...session, weak_password: { reasons } } : session);
}

async function exchangeCode(auth: AuthContext, request: AuthRequest): Promise<Reply> {
  const input = parseBody(PkceGrant, request.body);
  const { refreshesPerFiveMinutes } = auth.settings.limits;
  await limitNetwork(auth.db, "pkce", request.caller.ip, 300, refreshesPerFiveMinutes);
  // Outside the transaction: a wrong verifier uses the code up as well.
  const { userId, method } = await redeemAuthCode(auth.db, input.auth_code, input.code_verifier);
  const session = await transaction(auth.db, async (db) => {
    const user = await requireUser(db, userId, 403);
    if (isBanned(user)) {
      throw new AuthError(400, "user_banned", "User is banned");
    }
    await logAuth(db, {
      userId,
      action: "login_success",
      caller: request.caller,
      details: { method },
    });
    return startSession(auth, db, userId, method, request.caller);
  });
  return ok(session);
}
