import { z } from "zod";
import type { AuthContext } from "./auth-context.ts";
import { transaction } from "./database.ts";
import { mailEmailChange } from "./email-change.ts";
import { AuthError, validationFailed } from "./errors.ts";
import { logAuth, logSecurity } from "./history.ts";
import type { AuthRequest, Handler } from "./http.ts";
import { ok } from "./http.ts";
import { challengeFields, Email, MetadataInput, parseBody } from "./inputs.ts";
import { mailSecret, redirectOf } from "./mail-flows.ts";
import { readChallenge } from "./one-time-tokens.ts";
import { limitNetwork } from "./rate-limits.ts";
import { findUserByEmail, insertUser, requireUser } from "./users.ts";
import { forMember } from "./viewer.ts";

const Otp = z.object({
  email: Email.nullish(),
  phone: z.string().nullish(),
  create_user: z.boolean().nullish(),
  data: MetadataInput.nullish(),
  ...challengeFields,
});

/** `POST /otp`: mails a sign-in link and code. The answer is empty, whatever the address. */
export function otp(auth: AuthContext): Handler {
  return async (request) => {
    const input = parseBody(Otp, request.body);
    const email = requireEmail(input);
    const challenge = readChallenge(input);
    const mayCreate = (input.create_user ?? true) && !auth.settings.disableSignUp;
    await limitMails(auth, request);
    if (!auth.settings.hardened && !mayCreate && !(await findUserByEmail(auth.db, email))) {
      throw new AuthError(422, "otp_disabled", "Signups not allowed for otp");
    }
    const redirectTo = redirectOf(auth, request);
    auth.background.start("sign-in mail", async () => {
      let user = await findUserByEmail(auth.db, email);
      if (!user && mayCreate) {
        user = await transaction(auth.db, async (db) => {
          const userMetadata = input.data ?? {};
          const id = await insertUser(db, {
            email,
            passwordHash: null,
            confirmed: false,
            userMetadata,
          });
          await logAuth(db, { userId: id, action: "signup", caller: request.caller });
          return requireUser(db, id);
        });
      }
      if (user) {
        await mailSecret(auth, { user, purpose: "magiclink", redirectTo, challenge });
      }
    });
    return ok({});
  };
}

const Recover = z.object({ email: Email, ...challengeFields });

/** `POST /recover`: mails a link for a new password. The answer is empty, whatever the address. */
export function recover(auth: AuthContext): Handler {
  return async (request) => {
    const input = parseBody(Recover, request.body);
    const challenge = readChallenge(input);
    await limitMails(auth, request);
    const redirectTo = redirectOf(auth, request);
    const { caller, path, method } = request;
    auth.background.start("recovery mail", async () => {
      const user = await findUserByEmail(auth.db, input.email);
      if (user) {
        await mailSecret(auth, { user, purpose: "recovery", redirectTo, challenge });
        await logAuth(auth.db, { userId: user.id, action: "password_reset_requested", caller });
        const event = { type: "account_recovery", severity: "low", userId: user.id } as const;
        await logSecurity(auth.db, { ...event, caller, path, method });
      }
    });
    return ok({});
  };
}

const Resend = z.object({
  type: z.enum(["signup", "email_change", "sms", "phone_change"]),
  email: Email.nullish(),
  phone: z.string().nullish(),
  ...challengeFields,
});

/** `POST /resend`: mails a pending confirmation again. The answer is empty, whatever the address. */
export function resend(auth: AuthContext): Handler {
  return async (request) => {
    const input = parseBody(Resend, request.body);
    if (input.type === "sms" || input.type === "phone_change") {
      throw new AuthError(400, "phone_provider_disabled", "Phone logins are disabled");
    }
    const email = requireEmail(input);
    const challenge = readChallenge(input);
    await limitMails(auth, request);
    const redirectTo = redirectOf(auth, request);
    auth.background.start("repeated mail", async () => {
      const user = await findUserByEmail(auth.db, email);
      if (input.type === "signup" && user && !user.email_confirmed_at) {
        await mailSecret(auth, { user, purpose: "signup", redirectTo, challenge });
      }
      if (input.type === "email_change" && user?.new_email) {
        await mailEmailChange(auth, user, user.new_email, redirectTo, challenge);
      }
    });
    return ok({});
  };
}

/** `GET /reauthenticate`: mails a code that proves the person once more, before a sensitive change. */
export function reauthenticate(auth: AuthContext): Handler {
  return forMember(auth, async (request, { user }) => {
    await limitMails(auth, request);
    const redirectTo = redirectOf(auth, request);
    auth.background.start("reauthentication mail", () =>
      mailSecret(auth, { user, purpose: "reauthentication", redirectTo }),
    );
    return ok({});
  });
}

function requireEmail(input: {
  email?: string | null | undefined;
  phone?: string | null | undefined;
}): string {
  if (input.email) {
    return input.email;
  }
  throw input.phone
    ? new AuthError(400, "phone_provider_disabled", "Phone logins are disabled")
    : validationFailed("One of email or phone must be set");
}

async function limitMails(auth: AuthContext, request: AuthRequest): Promise<void> {
  if (!request.isService) {
    await limitNetwork(auth.db, "mail", request.caller.ip, 3600, auth.settings.limits.mailsPerHour);
  }
}
