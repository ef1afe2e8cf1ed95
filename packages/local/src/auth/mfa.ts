import { z } from "zod";
import type { AuthContext } from "./auth-context.ts";
import type { Database } from "./database.ts";
import { row, run, transaction } from "./database.ts";
import { AuthError, tooManyRequests, validationFailed } from "./errors.ts";
import type { FactorRow } from "./factors.ts";
import { findFactor, totpSealPurpose } from "./factors.ts";
import { logAuth } from "./history.ts";
import type { Caller, Handler } from "./http.ts";
import { ok } from "./http.ts";
import { Code, parseBody } from "./inputs.ts";
import { sendNotice } from "./mail-flows.ts";
import { countEvent, currentCount } from "./rate-limits.ts";
import type { SessionJson, SessionRow } from "./sessions.ts";
import { sessionColumns, sessionJson, unixNow } from "./sessions.ts";
import { codeTries, lifetimes } from "./settings.ts";
import type { Proof } from "./tokens.ts";
import { matchingStep } from "./totp.ts";
import { requireUser } from "./users.ts";
import type { Viewer } from "./viewer.ts";
import { forMember } from "./viewer.ts";

/** `POST /factors/:id/challenge`: opens a question that this session may answer for five minutes. */
export function challengeFactor(auth: AuthContext): Handler {
  return forMember(auth, async (request, { user, session }) => {
    const factor = await requireTotp(auth.db, user.id, request.params.id);
    const challenge = await row<{ id: string; expires_at: number }>(
      auth.db,
      `insert into auth_local.mfa_challenges (factor_id, session_id, expires_at)
       values ($1, $2, now() + make_interval(secs => $3))
       returning id, extract(epoch from expires_at)::int as expires_at`,
      [factor.id, session.id, lifetimes.factorChallenge],
    );
    await run(
      auth.db,
      "update auth_local.mfa_factors set last_challenged_at = now() where id = $1",
      [factor.id],
    );
    return ok({ id: challenge?.id, type: "totp", expires_at: challenge?.expires_at });
  });
}

const VerifyFactor = z.object({ challenge_id: z.uuid(), code: Code });

/** `POST /factors/:id/verify`: answers with a session that carries the second factor (aal2). */
export function verifyFactor(auth: AuthContext): Handler {
  return forMember(auth, async (request, viewer) => {
    const { challenge_id: challengeId, code } = parseBody(VerifyFactor, request.body);
    const { user, session } = viewer;
    const factor = await requireTotp(auth.db, user.id, request.params.id);
    await limitFactorChecks(auth, user.id);
    await takeTry(auth.db, challengeId, factor.id, session.id);
    const secret = auth.vault.open(totpSealPurpose(factor.id), factor.secret ?? "");
    const step = secret ? matchingStep(secret, code) : null;
    if (step === null || !(await takeStep(auth.db, factor.id, step))) {
      await recordFactorFailure(auth, user.id, request.caller);
      throw new AuthError(422, "mfa_verification_failed", "Invalid TOTP code entered");
    }
    const raised = await transaction(auth.db, async (db) => {
      await run(db, "delete from auth_local.mfa_challenges where id = $1", [challengeId]);
      if (factor.status === "unverified") {
        await run(
          db,
          "update auth_local.mfa_factors set status = 'verified', updated_at = now() where id = $1",
          [factor.id],
        );
        await logAuth(db, { userId: user.id, action: "mfa_enrolled", caller: request.caller });
      }
      return raiseSession(auth, db, viewer, "totp", request.caller);
    });
    if (factor.status === "unverified") {
      sendNotice(auth, user, "An authenticator app was added to your account");
    }
    return ok(raised);
  });
}

/** Counts a try of a challenge before the code is looked at. */
async function takeTry(
  db: Database,
  challengeId: string,
  factorId: string,
  sessionId: string,
): Promise<void> {
  const challenge = await row<{ tries: number; expired: boolean }>(
    db,
    `update auth_local.mfa_challenges set tries = tries + 1
     where id = $1 and factor_id = $2 and session_id = $3
     returning tries, expires_at <= now() as expired`,
    [challengeId, factorId, sessionId],
  );
  if (!challenge) {
    throw new AuthError(
      404,
      "mfa_factor_not_found",
      "MFA factor with the provided challenge ID not found",
    );
  }
  if (challenge.expired || challenge.tries > codeTries) {
    await run(db, "delete from auth_local.mfa_challenges where id = $1", [challengeId]);
    throw new AuthError(
      422,
      "mfa_challenge_expired",
      "MFA challenge has expired, verify against another challenge or create a new challenge.",
    );
  }
}

/** Uses a time step up; false when it or a later one was used before. */
async function takeStep(db: Database, factorId: string, step: number): Promise<boolean> {
  const taken = await run(
    db,
    `update auth_local.mfa_factors set last_used_step = $2, updated_at = now()
     where id = $1 and (last_used_step is null or last_used_step < $2)`,
    [factorId, step],
  );
  return taken === 1;
}

/** Refuses more than a few second-factor codes per minute, and wrong ones per hour. */
export async function limitFactorChecks(auth: AuthContext, userId: string): Promise<void> {
  const { factorChecksPerMinute, factorFailuresPerHour } = auth.settings.limits;
  const failures = await currentCount(auth.db, `auth:factor_failed:${userId}`, 3600);
  const checks = await countEvent(auth.db, `auth:factor:${userId}`, 60);
  if (failures >= factorFailuresPerHour || checks > factorChecksPerMinute) {
    throw tooManyRequests();
  }
}

/** Notes a wrong second-factor code. */
export async function recordFactorFailure(
  auth: AuthContext,
  userId: string,
  caller: Caller,
): Promise<void> {
  await countEvent(auth.db, `auth:factor_failed:${userId}`, 3600);
  await logAuth(auth.db, { userId, action: "mfa_failure", caller });
}

/**
 * Raises the viewer's session to aal2. Its older refresh tokens are void (the counter jumps by
 * two), half-finished sign-ins elsewhere end, and enrolments that were left are dropped.
 */
export async function raiseSession(
  auth: AuthContext,
  db: Database,
  { user, session }: Viewer,
  method: string,
  caller: Caller,
): Promise<SessionJson> {
  const proof: Proof = { method, timestamp: unixNow() };
  const older = session.amr.filter((entry) => entry.method !== method);
  const raised = await row<SessionRow>(
    db,
    `update auth_local.sessions
     set aal = 'aal2', amr = $2, refresh_counter = refresh_counter + 2
     where id = $1 returning ${sessionColumns}`,
    [session.id, JSON.stringify([proof, ...older])],
  );
  if (!raised) {
    throw new AuthError(403, "session_not_found", "Session does not exist");
  }
  await run(db, "delete from auth_local.sessions where user_id = $1 and aal = 'aal1'", [user.id]);
  await run(db, "delete from auth_local.mfa_factors where user_id = $1 and status = 'unverified'", [
    user.id,
  ]);
  const details = { method, second_factor: true };
  await logAuth(db, { userId: user.id, action: "login_success", caller, details });
  return sessionJson(auth, raised, await requireUser(db, user.id, 403));
}

async function requireTotp(
  db: Database,
  userId: string,
  id: string | undefined,
): Promise<FactorRow> {
  const factor = await findFactor(db, userId, id);
  if (factor.factor_type !== "totp") {
    throw validationFailed("Recovery codes are verified at /factors/recovery-codes/verify");
  }
  return factor;
}
