"use client";

import { createBrowserClient } from "@supabase/ssr";
import { sessionCookieName } from "./config.ts";

/** What the layout hands to the browser at request time: nothing of it is baked into a build. */
export interface BrowserAuthConfig {
  url: string;
  publishableKey: string;
  cookieDomain: string | undefined;
  secure: boolean;
}

/**
 * The browser's client. Every act of signing in and out happens in server actions and route
 * handlers; this one only looks whether the session is still there, and never refreshes it, since
 * the proxy does that and two refreshers would end each other's session.
 */
export function createBrowserAuth(
  config: BrowserAuthConfig,
): ReturnType<typeof createBrowserClient> {
  return createBrowserClient(config.url, config.publishableKey, {
    cookieOptions: {
      name: sessionCookieName,
      path: "/",
      sameSite: "lax",
      secure: config.secure,
      ...(config.cookieDomain === undefined ? {} : { domain: config.cookieDomain }),
    },
    auth: { autoRefreshToken: false, detectSessionInUrl: false },
  });
}
