import { randomInt } from "node:crypto";
import { z } from "zod";
import type { AuthContext } from "./auth-context.ts";
import type { Database } from "./database.ts";
import { row, run, transaction } from "./database.ts";
import { AuthError } from "./errors.ts";
import { hasAuthenticator, nameConflict, removeFactor } from "./factors.ts";
import { logAuth } from "./history.ts";
import type { AuthRequest, Handler } from "./http.ts";
import { ok } from "./http.ts";
import { parseBody } from "./inputs.ts";
import { sendNotice } from "./mail-flows.ts";
import { limitFactorChecks, raiseSession, recordFactorFailure } from "./mfa.ts";
import type { Viewer } from "./viewer.ts";
import { demandSecondFactor, forMember } from "./viewer.ts";

const codesPerSet = 10;
// Without characters that look alike; ten of 31 are some 49 bits.
const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
const codeLength = 10;
const defaultName = "Recovery codes";

interface CodeSet {
  id: string;
  friendly_name: string;
  total: number;
  remaining: number;
}

const Generate = z.object({ friendly_name: z.string().trim().min(1).max(100).nullish() });

/** `GET /factors/recovery-codes`: how many are left; never the codes themselves. */
export function recoveryCodeStatus(auth: AuthContext): Handler {
  return forMember(auth, async (_, { user }) => {
    const { id, total, remaining } = await requireSet(auth.db, user.id);
    return ok({ id, type: "recovery_code", total, remaining });
  });
}

/** `POST /factors/recovery-codes`: makes the first ten codes and shows them this once. */
export function generateRecoveryCodes(auth: AuthContext): Handler {
  return forMember(auth, async (request, viewer) => {
    const input = parseBody(Generate, request.body);
    demandAuthenticator(viewer);
    if (await findSet(auth.db, viewer.user.id)) {
      throw new AuthError(
        422,
        "mfa_verified_factor_exists",
        "Recovery codes exist already; regenerate them instead",
      );
    }
    return ok(await makeSet(auth, request, viewer, input.friendly_name ?? defaultName));
  });
}

/** `POST /factors/recovery-codes/regenerate`: ten new codes; the old ones are void. */
export function regenerateRecoveryCodes(auth: AuthContext): Handler {
  return forMember(auth, async (request, viewer) => {
    demandAuthenticator(viewer);
    const existing = await requireSet(auth.db, viewer.user.id);
    return ok(await makeSet(auth, request, viewer, existing.friendly_name));
  });
}

/** `DELETE /factors/recovery-codes`: voids the set. */
export function removeRecoveryCodes(auth: AuthContext): Handler {
  return forMember(auth, async (request, viewer) => {
    demandSecondFactor(viewer, 422);
    const { id } = await requireSet(auth.db, viewer.user.id);
    const factor = { id, factor_type: "recovery_code", status: "verified" } as const;
    await removeFactor(auth, viewer.user, factor, request);
    return ok({ id });
  });
}

const VerifyCode = z.object({ code: z.string().max(64) });

/** `POST /factors/recovery-codes/verify`: uses one code up instead of the authenticator's. */
export function verifyRecoveryCode(auth: AuthContext): Handler {
  return forMember(auth, async (request, viewer) => {
    const { code } = parseBody(VerifyCode, request.body);
    const { user } = viewer;
    const set = await requireSet(auth.db, user.id);
    await limitFactorChecks(auth, user.id);
    const raised = await transaction(auth.db, async (db) => {
      const used = await run(
        db,
        `update auth_local.mfa_recovery_codes set used_at = now()
         where factor_id = $1 and code_hash = $2 and used_at is null`,
        [set.id, hashCode(auth, set.id, code)],
      );
      if (used !== 1) {
        return null;
      }
      const details = { remaining: set.remaining - 1 };
      const { caller } = request;
      await logAuth(db, { userId: user.id, action: "recovery_code_used", caller, details });
      return raiseSession(auth, db, viewer, "mfa/recovery_code", caller);
    });
    if (!raised) {
      await recordFactorFailure(auth, user.id, request.caller);
      throw new AuthError(422, "mfa_verification_failed", "Invalid recovery code entered");
    }
    sendNotice(
      auth,
      user,
      `A recovery code was used to sign in, and ${set.remaining - 1} of ${set.total} are left`,
    );
    return ok(raised);
  });
}

/** Codes are a way back to an authenticator, so there must be one, and it must have been shown. */
function demandAuthenticator(viewer: Viewer): void {
  if (!hasAuthenticator(viewer.user)) {
    throw new AuthError(
      422,
      "mfa_recovery_codes_sole_factor",
      "Enroll an authenticator before making recovery codes",
    );
  }
  demandSecondFactor(viewer, 403);
}

async function makeSet(
  auth: AuthContext,
  request: AuthRequest,
  { user }: Viewer,
  friendlyName: string,
): Promise<Record<string, unknown>> {
  const codes = Array.from({ length: codesPerSet }, newCode);
  const id = await storeSet(auth, request, user.id, friendlyName, codes).catch((error: unknown) => {
    throw nameConflict(error, friendlyName);
  });
  sendNotice(auth, user, "New recovery codes were made for your account");
  return {
    id,
    type: "recovery_code",
    friendly_name: friendlyName,
    total: codesPerSet,
    codes,
  };
}

function storeSet(
  auth: AuthContext,
  request: AuthRequest,
  userId: string,
  friendlyName: string,
  codes: string[],
): Promise<string> {
  return transaction(auth.db, async (db) => {
    const factor = await row<{ id: string }>(
      db,
      `insert into auth_local.mfa_factors (user_id, factor_type, status, friendly_name)
       values ($1, 'recovery_code', 'verified', $2)
       on conflict (user_id) where factor_type = 'recovery_code' do update set updated_at = now()
       returning id`,
      [userId, friendlyName],
    );
    const factorId = factor?.id ?? "";
    await run(db, "delete from auth_local.mfa_recovery_codes where factor_id = $1", [factorId]);
    await run(
      db,
      `insert into auth_local.mfa_recovery_codes (factor_id, code_hash)
       select $1, unnest($2::text[])`,
      [factorId, codes.map((code) => hashCode(auth, factorId, code))],
    );
    const { caller } = request;
    await logAuth(db, { userId, action: "recovery_codes_made", caller });
    return factorId;
  });
}

/** Five and five characters, such as `k7m2p-x9wqa`. */
function newCode(): string {
  const characters = Array.from(
    { length: codeLength },
    () => alphabet[randomInt(alphabet.length)] ?? "",
  ).join("");
  return `${characters.slice(0, codeLength / 2)}-${characters.slice(codeLength / 2)}`;
}

function hashCode(auth: AuthContext, factorId: string, code: string): string {
  const canonical = code.toLowerCase().replace(/[\s-]/g, "");
  return auth.vault.fingerprint("recovery code", `${factorId}\n${canonical}`);
}

function findSet(db: Database, userId: string): Promise<CodeSet | null> {
  return row<CodeSet>(
    db,
    `select f.id, f.friendly_name, count(c.code_hash)::int as total,
       count(c.code_hash) filter (where c.used_at is null)::int as remaining
     from auth_local.mfa_factors f
     left join auth_local.mfa_recovery_codes c on c.factor_id = f.id
     where f.user_id = $1 and f.factor_type = 'recovery_code'
     group by f.id`,
    [userId],
  );
}

async function requireSet(db: Database, userId: string): Promise<CodeSet> {
  const set = await findSet(db, userId);
  if (!set) {
    throw new AuthError(404, "mfa_factor_not_found", "There are no recovery codes");
  }
  return set;
}
