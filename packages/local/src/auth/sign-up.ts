import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { AuthContext } from "./auth-context.ts";
import { run, transaction, violates } from "./database.ts";
import { AuthError, validationFailed } from "./errors.ts";
import { logAuth } from "./history.ts";
import type { AuthRequest, Handler } from "./http.ts";
import { ok } from "./http.ts";
import { challengeFields, Email, MetadataInput, Password, parseBody } from "./inputs.ts";
import { mailSecret, redirectOf, sendNotice } from "./mail-flows.ts";
import type { Challenge } from "./one-time-tokens.ts";
import { readChallenge } from "./one-time-tokens.ts";
import { assertPassword } from "./passwords.ts";
import { limitNetwork, takeMailTurn } from "./rate-limits.ts";
import { startSession } from "./sessions.ts";
import type { Metadata, UserRow } from "./users.ts";
import { findUserByEmail, insertUser, replaceUnconfirmed, requireUser, userJson } from "./users.ts";

const SignUp = z.object({
  email: Email.nullish(),
  phone: z.string().nullish(),
  password: Password.nullish(),
  data: MetadataInput.nullish(),
  ...challengeFields,
});

interface Applicant {
  email: string;
  passwordHash: string;
  metadata: Metadata;
  challenge: Challenge | null;
  redirectTo: string;
}

/** `POST /signup`. With confirmation on, known and unknown addresses get the same answer. */
export function signUp(auth: AuthContext): Handler {
  return async (request) => {
    const input = parseBody(SignUp, request.body);
    const { email, password } = input;
    if (!email) {
      throw input.phone
        ? new AuthError(400, "phone_provider_disabled", "Phone signups are disabled")
        : new AuthError(422, "anonymous_provider_disabled", "Anonymous sign-ins are disabled");
    }
    if (auth.settings.disableSignUp) {
      throw new AuthError(422, "signup_disabled", "Signups not allowed for this instance");
    }
    if (!password) {
      throw validationFailed("Signup requires a valid password");
    }
    const challenge = readChallenge(input);
    assertPassword(password, email);
    const { signUpsPerHour } = auth.settings.limits;
    await limitNetwork(auth.db, "sign_up", request.caller.ip, 3600, signUpsPerHour);
    const applicant: Applicant = {
      email,
      passwordHash: await auth.passwords.hash(password),
      metadata: input.data ?? {},
      challenge,
      redirectTo: redirectOf(auth, request),
    };
    try {
      return ok(await admit(auth, request, applicant));
    } catch (error) {
      // Somebody else took the address in between: now it is known.
      if (violates(error, "users_email_key")) {
        return ok(await admit(auth, request, applicant));
      }
      throw error;
    }
  };
}

async function admit(auth: AuthContext, request: AuthRequest, applicant: Applicant) {
  const known = await findUserByEmail(auth.db, applicant.email);
  return auth.settings.autoConfirm
    ? signUpAtOnce(auth, request, applicant, known)
    : signUpWithConfirmation(auth, request, applicant, known);
}

async function signUpAtOnce(
  auth: AuthContext,
  request: AuthRequest,
  applicant: Applicant,
  known: UserRow | null,
) {
  if (known) {
    throw new AuthError(422, "user_already_exists", "User already registered");
  }
  return transaction(auth.db, async (db) => {
    const id = await insertUser(db, { ...pickNew(applicant), confirmed: true });
    await logAuth(db, { userId: id, action: "signup", caller: request.caller });
    await logAuth(db, {
      userId: id,
      action: "login_success",
      caller: request.caller,
      details: { method: "password" },
    });
    return startSession(auth, db, id, "password", request.caller);
  });
}

async function signUpWithConfirmation(
  auth: AuthContext,
  request: AuthRequest,
  applicant: Applicant,
  known: UserRow | null,
): Promise<Record<string, unknown>> {
  if (known?.email_confirmed_at) {
    const lookalike = await rehearse(auth, request, applicant);
    auth.background.start("notice of a second sign-up", () => noticeOwner(auth, known));
    // Supabase answers an empty list here, which tells that the address is taken.
    return signUpAnswer(auth.settings.hardened ? lookalike : { ...lookalike, identities: [] });
  }
  const user = await transaction(auth.db, async (db) => {
    if (known) {
      await replaceUnconfirmed(db, known.id, applicant.passwordHash, applicant.metadata);
      return requireUser(db, known.id);
    }
    const id = await insertUser(db, { ...pickNew(applicant), confirmed: false });
    await logAuth(db, { userId: id, action: "signup", caller: request.caller });
    return requireUser(db, id);
  });
  const { challenge, redirectTo } = applicant;
  auth.background.start("confirmation mail", () =>
    mailSecret(auth, { user, purpose: "signup", redirectTo, challenge }),
  );
  return signUpAnswer(user);
}

function signUpAnswer(user: UserRow): Record<string, unknown> {
  const now = new Date();
  return userJson({ ...user, created_at: now, updated_at: now, confirmation_sent_at: now });
}

function pickNew({ email, passwordHash, metadata }: Applicant) {
  return { email, passwordHash, userMetadata: metadata };
}

/**
 * Does the work of a real sign-up and takes it back: it takes as long as one, and what it made is
 * an answer that looks like one and belongs to nobody.
 */
async function rehearse(
  auth: AuthContext,
  request: AuthRequest,
  applicant: Applicant,
): Promise<UserRow> {
  const { email } = applicant;
  const db = await auth.db.connect();
  try {
    await run(db, "begin");
    const placeholder = `${randomUUID()}@rehearsal.invalid`;
    const id = await insertUser(db, {
      ...pickNew(applicant),
      email: placeholder,
      confirmed: false,
    });
    await logAuth(db, { userId: id, action: "signup", caller: request.caller });
    const user = await requireUser(db, id);
    const identities = user.identities.map((identity) => ({
      ...identity,
      identity_data: { ...identity.identity_data, email },
      email,
    }));
    return { ...user, email, identities };
  } finally {
    await run(db, "rollback");
    db.release();
  }
}

async function noticeOwner(auth: AuthContext, user: UserRow): Promise<void> {
  if (await takeMailTurn(auth.db, "signup", user.email, auth.settings.limits.mailPauseSeconds)) {
    sendNotice(
      auth,
      user,
      "Somebody tried to sign up with your address, which has an account already",
    );
  }
}
