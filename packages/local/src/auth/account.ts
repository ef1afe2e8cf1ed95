import { z } from "zod";
import type { AuthContext } from "./auth-context.ts";
import { asConflict } from "./conflicts.ts";
import { transaction } from "./database.ts";
import { beginEmailChange } from "./email-change.ts";
import { AuthError } from "./errors.ts";
import { logAuth, logSecurity } from "./history.ts";
import type { AuthRequest, Handler } from "./http.ts";
import { ok } from "./http.ts";
import { Code, challengeFields, Email, MetadataInput, Password, parseBody } from "./inputs.ts";
import { redirectOf, sendNotice } from "./mail-flows.ts";
import { consume, findByCode, readChallenge, voidTokens } from "./one-time-tokens.ts";
import { assertPassword } from "./passwords.ts";
import { countEvent } from "./rate-limits.ts";
import { endSessions } from "./sessions.ts";
import { lifetimes } from "./settings.ts";
import { changeEmail, mergeMetadata, requireUser, setPasswordHash, userJson } from "./users.ts";
import type { Viewer } from "./viewer.ts";
import { demandSecondFactor, forMember } from "./viewer.ts";

/** `GET /user`: the account that the access token belongs to. */
export function getUser(auth: AuthContext): Handler {
  return forMember(auth, (_, { user }) => ok(userJson(user)));
}

const UserUpdate = z.object({
  email: Email.nullish(),
  phone: z.string().nullish(),
  password: Password.nullish(),
  current_password: Password.nullish(),
  nonce: Code.nullish(),
  data: MetadataInput.nullish(),
  ...challengeFields,
});
type UserUpdate = z.infer<typeof UserUpdate>;

/** `PUT /user`: password, address (both ends must agree) and the member's own metadata. */
export function updateUser(auth: AuthContext): Handler {
  return forMember(auth, async (request, viewer) => {
    const input = parseBody(UserUpdate, request.body);
    if (input.phone) {
      throw new AuthError(400, "phone_provider_disabled", "Phone logins are disabled");
    }
    const { user } = viewer;
    const newEmail = input.email && input.email !== user.email ? input.email : null;
    if (input.password || newEmail) {
      demandSecondFactor(viewer, 401);
    }
    const challenge = readChallenge(input);
    if (input.password) {
      await changePassword(auth, request, viewer, input, input.password);
    }
    if (input.data) {
      await updateMetadata(auth, viewer, input.data);
    }
    if (newEmail && auth.settings.autoConfirm) {
      await transaction(auth.db, (db) => changeEmail(db, user.id, newEmail)).catch(
        (error: unknown) => {
          throw asConflict(error);
        },
      );
    } else if (newEmail) {
      await beginEmailChange(auth, user, newEmail, redirectOf(auth, request), challenge);
      await logAuth(auth.db, {
        userId: user.id,
        action: "email_change_requested",
        caller: request.caller,
      });
    }
    return ok(userJson(await requireUser(auth.db, user.id, 403)));
  });
}

async function updateMetadata(
  auth: AuthContext,
  { user }: Viewer,
  data: Record<string, unknown>,
): Promise<void> {
  // The sum is what counts: many small updates must not add up to a cookie that no server takes.
  parseBody(MetadataInput, { ...user.user_metadata, ...data });
  await mergeMetadata(auth.db, user.id, "user_metadata", data);
}

async function changePassword(
  auth: AuthContext,
  request: AuthRequest,
  viewer: Viewer,
  input: UserUpdate,
  password: string,
): Promise<void> {
  const { user, session } = viewer;
  assertPassword(password, user.email);
  await proveAgain(auth, viewer, input);
  const check = await auth.passwords.verify(user.password_hash, password);
  if (check.matches) {
    throw new AuthError(
      422,
      "same_password",
      "New password should be different from the old password.",
    );
  }
  const passwordHash = await auth.passwords.hash(password);
  const { caller, path, method } = request;
  await transaction(auth.db, async (db) => {
    await setPasswordHash(db, user.id, passwordHash);
    await endSessions(db, user.id, "others", session.id);
    await voidTokens(db, user.id);
    await logAuth(db, { userId: user.id, action: "password_changed", caller });
    const event = { type: "password_change", severity: "medium", userId: user.id } as const;
    await logSecurity(db, { ...event, caller, path, method });
  });
  sendNotice(auth, user, "Your password was changed and all other devices were signed out");
}

/**
 * A stolen session must not be worth the account: an older one needs the current password or a
 * code from `GET /reauthenticate`. What is given is checked, whatever the session's age.
 */
async function proveAgain(
  auth: AuthContext,
  { user, session }: Viewer,
  input: UserUpdate,
): Promise<void> {
  if (input.nonce || input.current_password) {
    const { factorFailuresPerHour } = auth.settings.limits;
    const tries = await countEvent(auth.db, `auth:prove:${user.id}`, 3600);
    if (tries > factorFailuresPerHour) {
      throw new AuthError(429, "over_request_rate_limit", "Too many attempts. Try again later.");
    }
  }
  if (input.nonce) {
    const pending = await findByCode(auth, user.email, input.nonce, ["reauthentication"]);
    if (!pending || pending.user_id !== user.id || !(await consume(auth.db, pending))) {
      throw new AuthError(422, "reauthentication_not_valid", "Nonce has expired or is invalid");
    }
    return;
  }
  if (input.current_password) {
    const check = await auth.passwords.verify(user.password_hash, input.current_password);
    if (!check.matches) {
      throw new AuthError(400, "invalid_credentials", "The current password is wrong");
    }
    return;
  }
  const age = Date.now() - session.created_at.getTime();
  if (age > lifetimes.freshSession * 1000) {
    throw new AuthError(
      400,
      "reauthentication_needed",
      "Password update requires reauthentication",
    );
  }
}
