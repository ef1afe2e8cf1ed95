import type { AuthContext } from "./auth-context.ts";
import { row } from "./database.ts";
import { AuthError, validationFailed } from "./errors.ts";
import type { Handler } from "./http.ts";
import { ok } from "./http.ts";

/** `GET /health`: whether the service and its database answer. */
export function health(auth: AuthContext): Handler {
  return async () => {
    await row(auth.db, "select 1");
    return ok({ name: "neothink-auth", version: "1", description: "Embedded sign-in service" });
  };
}

/** `GET /.well-known/jwks.json`: the public keys; clients keep them ten minutes. */
export function jwks(auth: AuthContext): Handler {
  return () => ok({ keys: auth.keys.published }, { "cache-control": "public, max-age=600" });
}

/** `GET /settings`: what is switched on, so that pages can hide the rest. */
export function settings(auth: AuthContext): Handler {
  return () =>
    ok({
      external: { email: true, phone: false, anonymous_users: false, google: false, github: false },
      disable_signup: auth.settings.disableSignUp,
      mailer_autoconfirm: auth.settings.autoConfirm,
      phone_autoconfirm: false,
      sms_provider: "",
      saml_enabled: false,
      passkeys_enabled: false,
    });
}

/** `GET /authorize` and `/callback`: no other provider vouches for anybody here. */
export function noProvider(): Handler {
  return () => {
    throw validationFailed("Unsupported provider: provider is not enabled");
  };
}

/** An endpoint that is switched off, with the code that the client library documents for it. */
export function disabled(status: number, code: string, message: string): Handler {
  return () => {
    throw new AuthError(status, code, message);
  };
}
