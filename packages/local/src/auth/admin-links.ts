import { z } from "zod";
import { inviteUser } from "./admin.ts";
import type { AuthContext } from "./auth-context.ts";
import { asConflict, emailExists } from "./conflicts.ts";
import { run, transaction } from "./database.ts";
import { AuthError, validationFailed } from "./errors.ts";
import type { AuthRequest, Handler } from "./http.ts";
import { ok } from "./http.ts";
import { Email, MetadataInput, Password, parseBody } from "./inputs.ts";
import { actionLink, makeSecret, verificationType } from "./mail-flows.ts";
import type { Purpose } from "./one-time-tokens.ts";
import { assertPassword } from "./passwords.ts";
import { chooseRedirect } from "./redirects.ts";
import type { UserRow } from "./users.ts";
import { findUserByEmail, insertUser, requireUser, userJson } from "./users.ts";
import { forService } from "./viewer.ts";

const GenerateLink = z.object({
  type: z.enum([
    "signup",
    "invite",
    "magiclink",
    "recovery",
    "email_change_current",
    "email_change_new",
  ]),
  email: Email,
  new_email: Email.nullish(),
  password: Password.nullish(),
  data: MetadataInput.nullish(),
  redirect_to: z.string().nullish(),
});
type GenerateLink = z.infer<typeof GenerateLink>;

/** `POST /admin/generate_link`: the link and code that a mail would carry; nothing is mailed. */
export function generateLink(auth: AuthContext): Handler {
  return forService(async (request) => {
    const input = parseBody(GenerateLink, request.body);
    const redirectTo = chooseRedirect(auth.settings, [
      input.redirect_to ?? null,
      request.query.get("redirect_to"),
    ]);
    const { user, purpose } = await subjectOf(auth, request, input);
    const mail = { user, purpose, redirectTo, ...recipientOf(input, user) };
    const { token, code } = await makeSecret(auth, auth.db, mail);
    return ok({
      ...userJson(await requireUser(auth.db, user.id)),
      action_link: actionLink(auth, purpose, token, redirectTo),
      email_otp: code,
      hashed_token: token,
      verification_type: purpose.startsWith("email_change") ? purpose : verificationType(purpose),
      redirect_to: redirectTo,
    });
  });
}

function recipientOf(input: GenerateLink, user: UserRow): { to: string } {
  return {
    to: input.type === "email_change_new" && input.new_email ? input.new_email : user.email,
  };
}

async function subjectOf(
  auth: AuthContext,
  request: AuthRequest,
  input: GenerateLink,
): Promise<{ user: UserRow; purpose: Purpose }> {
  const known = await findUserByEmail(auth.db, input.email);
  switch (input.type) {
    case "magiclink":
      return known
        ? { user: known, purpose: "magiclink" }
        : { user: await newUser(auth, input), purpose: "signup" };
    case "recovery":
      return { user: requireKnown(known), purpose: "recovery" };
    case "invite":
      return {
        user: await inviteUser(auth, request, input.email, input.data ?? {}),
        purpose: "invite",
      };
    case "signup":
      return { user: await signUpSubject(auth, input, known), purpose: "signup" };
    case "email_change_current":
    case "email_change_new": {
      const user = requireKnown(known);
      if (!input.new_email) {
        throw validationFailed("new_email is required to change the address");
      }
      await beginQuietChange(auth, user, input.new_email);
      return { user, purpose: input.type };
    }
  }
}

function requireKnown(user: UserRow | null): UserRow {
  if (!user) {
    throw new AuthError(404, "user_not_found", "User with this email not found");
  }
  return user;
}

async function signUpSubject(
  auth: AuthContext,
  input: GenerateLink,
  known: UserRow | null,
): Promise<UserRow> {
  if (known?.email_confirmed_at) {
    throw emailExists();
  }
  if (!input.password) {
    throw validationFailed("Signup requires a valid password");
  }
  return known ?? newUser(auth, input);
}

async function newUser(auth: AuthContext, input: GenerateLink): Promise<UserRow> {
  if (input.password) {
    assertPassword(input.password, input.email);
  }
  const passwordHash = input.password ? await auth.passwords.hash(input.password) : null;
  return transaction(auth.db, async (db) => {
    const id = await insertUser(db, {
      email: input.email,
      passwordHash,
      confirmed: false,
      userMetadata: input.data ?? {},
    });
    return requireUser(db, id);
  }).catch((error: unknown) => {
    throw asConflict(error);
  });
}

/** Notes where a change leads, so that the two links can be made one after the other. */
async function beginQuietChange(auth: AuthContext, user: UserRow, newEmail: string): Promise<void> {
  if (await findUserByEmail(auth.db, newEmail)) {
    throw emailExists();
  }
  await run(
    auth.db,
    `update auth_local.accounts
     set new_email = $2, email_change_sent_at = now(), updated_at = now(),
       email_change_confirmed = case when new_email = $2 then email_change_confirmed end
     where user_id = $1`,
    [user.id, newEmail],
  );
}
