import { z } from "zod";
import type { AuthContext } from "./auth-context.ts";
import { asConflict, asKept, emailExists } from "./conflicts.ts";
import type { Database } from "./database.ts";
import { run, transaction } from "./database.ts";
import { AuthError, validationFailed } from "./errors.ts";
import { findFactor, removeFactor } from "./factors.ts";
import { logAuth, logSecurity } from "./history.ts";
import type { AuthRequest, Handler } from "./http.ts";
import { ok } from "./http.ts";
import { Email, MetadataInput, Password, parseBody } from "./inputs.ts";
import { mailSecret } from "./mail-flows.ts";
import { voidTokens } from "./one-time-tokens.ts";
import { assertPassword, isImportableHash } from "./passwords.ts";
import { endSessions } from "./sessions.ts";
import type { UserRow } from "./users.ts";
import {
  changeEmail,
  confirmEmail,
  insertUser,
  listUsers,
  mergeMetadata,
  requireUser,
  setPasswordHash,
  userJson,
} from "./users.ts";
import { forService } from "./viewer.ts";

const Attributes = z.object({
  id: z.uuid().nullish(),
  email: Email.nullish(),
  password: Password.nullish(),
  password_hash: z.string().max(300).nullish(),
  email_confirm: z.boolean().nullish(),
  user_metadata: MetadataInput.nullish(),
  app_metadata: MetadataInput.nullish(),
  ban_duration: z.string().nullish(),
});
type Attributes = z.infer<typeof Attributes>;

const mostPerPage = 1000;

/** `GET /admin/users?page=&per_page=`. */
export function adminListUsers(auth: AuthContext): Handler {
  return forService(async ({ query }) => {
    const page = positive(query.get("page"), 1);
    const perPage = Math.min(positive(query.get("per_page"), 50), mostPerPage);
    const { users, total } = await listUsers(auth.db, page, perPage);
    const last = Math.max(1, Math.ceil(total / perPage));
    // The client library reads the first `=` of each address: `page` must come first.
    const address = (number: number) =>
      `<${auth.settings.externalUrl}/auth/v1/admin/users?page=${number}&per_page=${perPage}>`;
    const next = page < last ? `${address(page + 1)}; rel="next", ` : "";
    return ok(
      { users: users.map(userJson), aud: "authenticated" },
      { "x-total-count": String(total), link: `${next}${address(last)}; rel="last"` },
    );
  });
}

function positive(text: string | null, otherwise: number): number {
  if (text === null || text === "") {
    return otherwise;
  }
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) {
    throw validationFailed("page and per_page must be positive whole numbers");
  }
  return number;
}

/** `GET /admin/users/:id`. */
export function adminGetUser(auth: AuthContext): Handler {
  return forService(async (request) => ok(userJson(await requestedUser(auth.db, request))));
}

async function requestedUser(db: Database, request: AuthRequest): Promise<UserRow> {
  const id = z.uuid().safeParse(request.params.id);
  if (!id.success) {
    throw new AuthError(404, "validation_failed", "user_id must be an UUID");
  }
  return requireUser(db, id.data);
}

/** `POST /admin/users`: makes an account; nothing is mailed. */
export function adminCreateUser(auth: AuthContext): Handler {
  return forService(async (request) => {
    const input = parseBody(Attributes, request.body);
    const { email } = input;
    if (!email) {
      throw validationFailed("Cannot create a user without an email");
    }
    const passwordHash = await newHash(auth, input);
    const created = await transaction(auth.db, async (db) => {
      const id = await insertUser(db, {
        ...(input.id ? { id: input.id } : {}),
        email,
        passwordHash,
        confirmed: input.email_confirm ?? auth.settings.autoConfirm,
        userMetadata: input.user_metadata ?? {},
        appMetadata: input.app_metadata ?? {},
      });
      await setBan(db, id, input.ban_duration, request);
      return requireUser(db, id);
    }).catch((error: unknown) => {
      throw asConflict(error);
    });
    return ok(userJson(created));
  });
}

/** `PUT /admin/users/:id`. */
export function adminUpdateUser(auth: AuthContext): Handler {
  return forService(async (request) => {
    const user = await requestedUser(auth.db, request);
    const input = parseBody(Attributes, request.body);
    const passwordHash = await newHash(auth, input);
    const updated = await transaction(auth.db, async (db) => {
      if (input.email && input.email !== user.email) {
        await changeEmail(db, user.id, input.email);
        await voidTokens(db, user.id);
      }
      if (input.email_confirm) {
        await confirmEmail(db, user.id);
      }
      if (passwordHash) {
        await setPasswordHash(db, user.id, passwordHash);
        await endSessions(db, user.id, "global", null);
        await voidTokens(db, user.id);
        await logAuth(db, {
          userId: user.id,
          action: "password_changed",
          caller: request.caller,
          details: { by: "operator" },
        });
      }
      if (input.user_metadata) {
        await mergeMetadata(db, user.id, "user_metadata", input.user_metadata);
      }
      if (input.app_metadata) {
        await mergeMetadata(db, user.id, "app_metadata", input.app_metadata);
      }
      await setBan(db, user.id, input.ban_duration, request);
      await logAdmin(db, request, user.id, { changed: Object.keys(input) });
      return requireUser(db, user.id);
    }).catch((error: unknown) => {
      throw asConflict(error);
    });
    return ok(userJson(updated));
  });
}

/** `DELETE /admin/users/:id`: removes the account and all that is its own. */
export function adminDeleteUser(auth: AuthContext): Handler {
  return forService(async (request) => {
    const user = await requestedUser(auth.db, request);
    const input = parseBody(z.object({ should_soft_delete: z.boolean().nullish() }), request.body);
    if (input.should_soft_delete) {
      throw validationFailed("Soft deletion is not supported: ban the user instead");
    }
    await transaction(auth.db, async (db) => {
      await run(db, "delete from public.users where id = $1", [user.id]);
      await logAdmin(db, request, null, { deleted: user.id });
    }).catch((error: unknown) => {
      throw asKept(error);
    });
    return ok({});
  });
}

const Invite = z.object({ email: Email, data: MetadataInput.nullish() });

/** `POST /invite`: makes an unconfirmed account and mails the person a link that holds a week. */
export function invite(auth: AuthContext, redirectOf: (request: AuthRequest) => string): Handler {
  return forService(async (request) => {
    const input = parseBody(Invite, request.body);
    const user = await inviteUser(auth, request, input.email, input.data ?? {});
    await mailSecret(auth, { user, purpose: "invite", redirectTo: redirectOf(request) });
    return ok(userJson(user));
  });
}

/**
 * Makes the account of an invited person, or finds it unconfirmed.
 * @throws {AuthError} email_exists (422) when the address is confirmed already
 */
export async function inviteUser(
  auth: AuthContext,
  request: AuthRequest,
  email: string,
  userMetadata: Record<string, unknown>,
): Promise<UserRow> {
  return transaction(auth.db, async (db) => {
    const { rows } = await db.query<{ id: string; confirmed: boolean }>(
      `select u.id, a.email_confirmed_at is not null as confirmed
       from public.users u join auth_local.accounts a on a.user_id = u.id where u.email = $1`,
      [email],
    );
    const [known] = rows;
    if (known?.confirmed) {
      throw emailExists();
    }
    const id =
      known?.id ??
      (await insertUser(db, {
        email,
        passwordHash: null,
        confirmed: false,
        invited: true,
        userMetadata,
      }));
    await run(db, "update auth_local.accounts set invited_at = now() where user_id = $1", [id]);
    await logAuth(db, { userId: id, action: "user_invited", caller: request.caller });
    return requireUser(db, id);
  }).catch((error: unknown) => {
    throw asConflict(error);
  });
}

/** `GET /admin/users/:id/factors`. */
export function adminListFactors(auth: AuthContext): Handler {
  return forService(async (request) => ok((await requestedUser(auth.db, request)).factors));
}

/** `DELETE /admin/users/:id/factors/:factorId`: for members who lost everything. */
export function adminDeleteFactor(auth: AuthContext): Handler {
  return forService(async (request) => {
    const user = await requestedUser(auth.db, request);
    const factor = await findFactor(auth.db, user.id, request.params.factorId);
    await removeFactor(auth, user, factor, request);
    await logAdmin(auth.db, request, user.id, { removed_factor: factor.id });
    return ok({ id: factor.id });
  });
}

async function newHash(auth: AuthContext, input: Attributes): Promise<string | null> {
  if (input.password && input.password_hash) {
    throw validationFailed("Only a password or a password hash should be provided");
  }
  if (input.password_hash) {
    if (!isImportableHash(input.password_hash)) {
      throw validationFailed("The password hash must be argon2 or bcrypt");
    }
    return input.password_hash;
  }
  if (!input.password) {
    return null;
  }
  assertPassword(input.password, input.email ?? undefined);
  return auth.passwords.hash(input.password);
}

async function setBan(
  db: Database,
  userId: string,
  duration: string | null | undefined,
  request: AuthRequest,
): Promise<void> {
  if (!duration) {
    return;
  }
  const { caller } = request;
  if (duration === "none") {
    await run(db, "update auth_local.accounts set banned_until = null where user_id = $1", [
      userId,
    ]);
    await logAuth(db, { userId, action: "user_unbanned", caller });
    return;
  }
  await run(
    db,
    `update auth_local.accounts set banned_until = now() + make_interval(secs => $2)
     where user_id = $1`,
    [userId, parseDuration(duration)],
  );
  // Ended, not deleted: while the ban lasts the answer is user_banned, afterwards session_expired.
  await run(db, "update auth_local.sessions set not_after = now() where user_id = $1", [userId]);
  await logAuth(db, { userId, action: "user_banned", caller, details: { duration } });
}

const unitSeconds: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };

/** Seconds of a duration such as `24h` or `1h30m`. */
export function parseDuration(text: string): number {
  if (!/^(\d+(\.\d+)?[hms])+$/.test(text)) {
    throw validationFailed("invalid format for ban duration: use for example 24h, or none");
  }
  let seconds = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)([hms])/g)) {
    seconds += Number(amount) * (unitSeconds[unit ?? ""] ?? 0);
  }
  // A thousand years: further out, Postgres has no dates.
  return Math.min(seconds, 1000 * 365 * 86_400);
}

async function logAdmin(
  db: Database,
  request: AuthRequest,
  userId: string | null,
  details: Record<string, unknown>,
): Promise<void> {
  const { caller, path, method } = request;
  const event = { type: "admin_action", severity: "low", userId } as const;
  await logSecurity(db, { ...event, caller, path, method, details });
}
