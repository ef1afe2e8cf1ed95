import { getUser, updateUser } from "./account.ts";
import {
  adminCreateUser,
  adminDeleteFactor,
  adminDeleteUser,
  adminGetUser,
  adminListFactors,
  adminListUsers,
  adminUpdateUser,
  invite,
} from "./admin.ts";
import { generateLink } from "./admin-links.ts";
import type { AuthContext } from "./auth-context.ts";
import { enrollFactor, unenrollFactor } from "./factors.ts";
import type { Route } from "./http.ts";
import { route } from "./http.ts";
import { disabled, health, jwks, noProvider, settings } from "./info.ts";
import { redirectOf } from "./mail-flows.ts";
import { otp, reauthenticate, recover, resend } from "./mail-requests.ts";
import { challengeFactor, verifyFactor } from "./mfa.ts";
import { endMySession, logout, mySessions } from "./my-sessions.ts";
import {
  generateRecoveryCodes,
  recoveryCodeStatus,
  regenerateRecoveryCodes,
  removeRecoveryCodes,
  verifyRecoveryCode,
} from "./recovery-codes.ts";
import { token } from "./sign-in.ts";
import { signUp } from "./sign-up.ts";
import { verify, verifyLink, verifyLinkHead } from "./verify.ts";

/** Every address under `/auth/v1`. Earlier ones win: fixed words stand before `:id`. */
export function authRoutes(auth: AuthContext): Route[] {
  return [
    route("GET", "/health", health(auth), "open"),
    route("HEAD", "/health", health(auth), "open"),
    route("GET", "/.well-known/jwks.json", jwks(auth), "open"),
    route("GET", "/settings", settings(auth)),

    route("POST", "/signup", signUp(auth)),
    route("POST", "/token", token(auth)),
    route("POST", "/otp", otp(auth)),
    route("POST", "/magiclink", otp(auth)),
    route("POST", "/recover", recover(auth)),
    route("POST", "/resend", resend(auth)),
    route("POST", "/verify", verify(auth)),
    route("GET", "/verify", verifyLink(auth), "open"),
    route("HEAD", "/verify", verifyLinkHead(), "open"),
    route("GET", "/reauthenticate", reauthenticate(auth)),
    route("POST", "/reauthenticate", reauthenticate(auth)),

    route("GET", "/user", getUser(auth)),
    route("PUT", "/user", updateUser(auth)),
    route("POST", "/logout", logout(auth)),
    route("GET", "/sessions", mySessions(auth)),
    route("DELETE", "/sessions/:id", endMySession(auth)),

    route("POST", "/factors", enrollFactor(auth)),
    route("GET", "/factors/recovery-codes", recoveryCodeStatus(auth)),
    route("POST", "/factors/recovery-codes", generateRecoveryCodes(auth)),
    route("DELETE", "/factors/recovery-codes", removeRecoveryCodes(auth)),
    route("POST", "/factors/recovery-codes/regenerate", regenerateRecoveryCodes(auth)),
    route("POST", "/factors/recovery-codes/verify", verifyRecoveryCode(auth)),
    route("POST", "/factors/:id/challenge", challengeFactor(auth)),
    route("POST", "/factors/:id/verify", verifyFactor(auth)),
    route("DELETE", "/factors/:id", unenrollFactor(auth)),

    route(
      "POST",
      "/invite",
      invite(auth, (request) => redirectOf(auth, request)),
    ),
    route("POST", "/admin/generate_link", generateLink(auth)),
    route("GET", "/admin/users", adminListUsers(auth)),
    route("POST", "/admin/users", adminCreateUser(auth)),
    route("GET", "/admin/users/:id", adminGetUser(auth)),
    route("PUT", "/admin/users/:id", adminUpdateUser(auth)),
    route("DELETE", "/admin/users/:id", adminDeleteUser(auth)),
    route("GET", "/admin/users/:id/factors", adminListFactors(auth)),
    route("DELETE", "/admin/users/:id/factors/:factorId", adminDeleteFactor(auth)),

    route("GET", "/authorize", noProvider(), "open"),
    route("GET", "/callback", noProvider(), "open"),
    route("POST", "/callback", noProvider(), "open"),
    ...switchedOff(),
  ];
}

function switchedOff(): Route[] {
  const linking = disabled(404, "manual_linking_disabled", "Manual linking is disabled");
  const saml = disabled(404, "saml_provider_disabled", "SAML 2.0 is disabled");
  const passkeys = disabled(404, "passkey_disabled", "Passkeys are disabled");
  const oauthServer = disabled(404, "feature_disabled", "The OAuth server is disabled");
  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
  return [
    route("GET", "/user/identities/authorize", linking),
    route("DELETE", "/user/identities/:id", linking),
    ...methods.flatMap((method) => [
      route(method, "/passkeys/*", passkeys),
      route(method, "/sso/*", saml),
      route(method, "/oauth/*", oauthServer),
      route(method, "/user/oauth/*", oauthServer),
      route(method, "/admin/sso/*", saml),
      route(method, "/admin/oauth/*", oauthServer),
      route(method, "/admin/users/:id/passkeys/*", passkeys),
      route(method, "/scim/*", disabled(404, "feature_disabled", "SCIM is disabled")),
    ]),
  ];
}
