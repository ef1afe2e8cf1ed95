import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { AuthContext } from "./auth-context.ts";
import type { Database } from "./database.ts";
import { row, run, transaction, violates } from "./database.ts";
import { AuthError, validationFailed } from "./errors.ts";
import { logAuth } from "./history.ts";
import type { AuthRequest, Handler } from "./http.ts";
import { ok } from "./http.ts";
import { parseBody } from "./inputs.ts";
import { sendNotice } from "./mail-flows.ts";
import { base32, newTotpSecret, qrSvg, totpUri } from "./totp.ts";
import type { UserRow } from "./users.ts";
import { requireUser } from "./users.ts";
import { demandSecondFactor, forMember } from "./viewer.ts";

const mostFactors = 10;

/** A second factor as stored; the secret is sealed. */
export interface FactorRow {
  id: string;
  user_id: string;
  factor_type: "totp" | "recovery_code";
  status: "unverified" | "verified";
  secret: string | null;
}

/** Binds a sealed secret to its factor. */
export function totpSealPurpose(factorId: string): string {
  return `totp secret of ${factorId}`;
}

const Enroll = z.object({
  factor_type: z.string(),
  friendly_name: z.string().trim().max(100).nullish(),
  issuer: z.string().trim().max(100).nullish(),
});

/** `POST /factors`: begins the enrolment of an authenticator; it counts once a code was right. */
export function enrollFactor(auth: AuthContext): Handler {
  return forMember(auth, async (request, viewer) => {
    const input = parseBody(Enroll, request.body);
    switch (input.factor_type) {
      case "totp":
        break;
      case "phone":
        throw new AuthError(
          422,
          "mfa_phone_enroll_not_enabled",
          "MFA enroll is disabled for Phone",
        );
      case "webauthn":
        throw new AuthError(
          422,
          "mfa_webauthn_enroll_not_enabled",
          "MFA enroll is disabled for WebAuthn",
        );
      default:
        throw validationFailed("factor_type needs to be totp");
    }
    demandSecondFactor(viewer, 403);
    const { user } = viewer;
    if (user.factors.length >= mostFactors) {
      throw new AuthError(
        422,
        "too_many_enrolled_mfa_factors",
        "Maximum number of enrolled factors reached, unenroll to continue",
      );
    }
    const friendlyName = input.friendly_name ?? "";
    const issuer = input.issuer || auth.settings.siteName;
    const secret = newTotpSecret();
    const id = await insertTotp(auth, user.id, friendlyName, secret);
    const uri = totpUri(secret, issuer, user.email);
    return ok({
      id,
      type: "totp",
      friendly_name: friendlyName,
      totp: { qr_code: qrSvg(uri), secret: base32(secret), uri },
    });
  });
}

async function insertTotp(
  auth: AuthContext,
  userId: string,
  friendlyName: string,
  secret: Buffer,
): Promise<string> {
  try {
    return await transaction(auth.db, async (db) => {
      // An enrolment that was begun and left must not block its name for good.
      await run(
        db,
        `delete from auth_local.mfa_factors
         where user_id = $1 and friendly_name = $2 and status = 'unverified'
           and created_at < now() - interval '10 minutes'`,
        [userId, friendlyName],
      );
      const id = randomUUID();
      await run(
        db,
        `insert into auth_local.mfa_factors (id, user_id, factor_type, friendly_name, secret)
         values ($1, $2, 'totp', $3, $4)`,
        [id, userId, friendlyName, auth.vault.seal(totpSealPurpose(id), secret)],
      );
      return id;
    });
  } catch (error) {
    throw nameConflict(error, friendlyName);
  }
}

/** The error of a second factor with the same name; any other error as it is. */
export function nameConflict(error: unknown, friendlyName: string): unknown {
  return violates(error, "mfa_factors_user_id_friendly_name_key")
    ? new AuthError(
        422,
        "mfa_factor_name_conflict",
        `A factor with the friendly name "${friendlyName}" for this user already exists`,
      )
    : error;
}

/** `DELETE /factors/:id`: removes a factor; a verified one only with the second factor shown. */
export function unenrollFactor(auth: AuthContext): Handler {
  return forMember(auth, async (request, viewer) => {
    const { user } = viewer;
    const factor = await findFactor(auth.db, user.id, request.params.id);
    if (factor.status === "verified") {
      demandSecondFactor(viewer, 422);
    }
    await removeFactor(auth, user, factor, request);
    return ok({ id: factor.id });
  });
}

/** Removes a factor; with the last authenticator go the recovery codes and every aal2. */
export async function removeFactor(
  auth: AuthContext,
  user: UserRow,
  factor: Pick<FactorRow, "id" | "factor_type" | "status">,
  request: AuthRequest,
): Promise<void> {
  await transaction(auth.db, async (db) => {
    await run(db, "delete from auth_local.mfa_factors where id = $1 and user_id = $2", [
      factor.id,
      user.id,
    ]);
    const left = await requireUser(db, user.id);
    if (!hasAuthenticator(left)) {
      await run(
        db,
        "delete from auth_local.mfa_factors where user_id = $1 and factor_type = 'recovery_code'",
        [user.id],
      );
      await lowerSessions(db, user.id);
    }
    if (factor.status === "verified") {
      const details = { factor_type: factor.factor_type };
      const { caller } = request;
      await logAuth(db, { userId: user.id, action: "mfa_removed", caller, details });
    }
  });
  if (factor.status === "verified") {
    sendNotice(auth, user, "A second factor was removed from your account");
  }
}

async function lowerSessions(db: Database, userId: string): Promise<void> {
  await run(
    db,
    `update auth_local.sessions set aal = 'aal1', amr = coalesce((
       select jsonb_agg(entry) from jsonb_array_elements(amr) as entry
       where entry ->> 'method' not in ('totp', 'mfa/recovery_code')
     ), '[]')
     where user_id = $1 and aal = 'aal2'`,
    [userId],
  );
}

/**
 * One of a person's factors.
 * @throws {AuthError} mfa_factor_not_found (404)
 */
export async function findFactor(
  db: Database,
  userId: string,
  id: string | undefined,
): Promise<FactorRow> {
  const known = z.uuid().safeParse(id);
  const factor = known.success
    ? await row<FactorRow>(
        db,
        `select id, user_id, factor_type, status, secret from auth_local.mfa_factors
         where id = $1 and user_id = $2`,
        [known.data, userId],
      )
    : null;
  if (!factor) {
    throw new AuthError(404, "mfa_factor_not_found", "MFA factor does not exist");
  }
  return factor;
}

/** Whether the account has an authenticator that counts. */
export function hasAuthenticator(user: UserRow): boolean {
  return user.factors.some(
    (factor) => factor.factor_type === "totp" && factor.status === "verified",
  );
}
