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
    secure: env.appEnv === "production",
    ...(env.cookieDomain === undefined ? {} : { domain: env.cookieDomain }),
  };
}

/** Whether a cookie belongs to the session: the name itself or one of its numbered chunks. */
export function isSessionCookie(name: string, base: string = sessionCookieName): boolean {
  return (
    name === base || (name.startsWith(`${base}.`) && /^\d+$/.test(name.slice(base.length + 1)))
  );
}
