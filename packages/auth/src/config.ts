import type { CookieOptionsWithName } from "@supabase/ssr";
import type { AuthEnv } from "./env.ts";
import { authEnv } from "./env.ts";

/** One name for all apps and both back ends: the library's own name follows the service's host. */
export const sessionCookieName = "nt-auth";

/** Holds a session that still owes its second factor; no page takes it for a sign-in. */
export const pendingCookieName = "nt-auth-pending";

/** A pending sign-in is forgotten after this many seconds. */
export const pendingMaxAgeSeconds = 10 * 60;

/** The cookie attributes that browser, server and proxy must agree on. */
export function cookieOptions(
  env: Pick<AuthEnv, "appEnv" | "cookieDomain"> = authEnv(),
): CookieOptionsWithName & { name: string; path: string; secure: boolean } {
  return {
    name: sessionCookieName,
    path: "/",
    sameSite: "lax",
    // No script of ours reads it, so none of anybody else's may: all auth acts run on the server.
    httpOnly: true,
    secure: env.appEnv === "production",
    ...(env.cookieDomain === undefined ? {} : { domain: env.cookieDomain }),
  };
}

/** Whether a cookie holds the secret of a mail link that this browser asked for. */
export function isVerifierCookie(name: string): boolean {
  return name.startsWith(`${sessionCookieName}-`) && name.endsWith("-code-verifier");
}

/** Whether a cookie belongs to the session: the name itself or one of its numbered chunks. */
export function isSessionCookie(name: string, base: string = sessionCookieName): boolean {
  return (
    name === base || (name.startsWith(`${base}.`) && /^\d+$/.test(name.slice(base.length + 1)))
  );
}
