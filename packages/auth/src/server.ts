import "server-only";
import { createServerClient } from "@supabase/ssr";
import type { SupabaseClient } from "@supabase/supabase-js";
import { createClient } from "@supabase/supabase-js";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Claims } from "./claims.ts";
import { issuerOf, memberClaims } from "./claims.ts";
import {
  cookieOptions,
  isSessionCookie,
  isVerifierCookie,
  pendingCookieName,
  pendingMaxAgeSeconds,
} from "./config.ts";
import { AuthEnvError, authEnv } from "./env.ts";
import { forwardedHeaders } from "./forwarded.ts";

/**
 * A client for server components: reads the session, never writes it.
 * The proxy has refreshed it before; a component cannot set cookies.
 */
export async function createReadOnlyClient(): Promise<SupabaseClient> {
  const env = authEnv();
  const jar = await cookies();
  return createServerClient(env.supabaseUrl, env.publishableKey, {
    cookieOptions: cookieOptions(env),
    global: { headers: forwardedHeaders(await headers()) },
    cookies: { getAll: () => jar.getAll(), setAll: () => undefined },
  });
}

/** A client for route handlers and server actions, which may sign in and out. */
export async function createWritableClient(): Promise<SupabaseClient> {
  return cookieClient(cookieOptions(), undefined);
}

/**
 * A client whose session lives in a cookie of its own for ten minutes, while the second factor is
 * still owed. No page accepts that cookie for a sign-in.
 */
export async function createPendingClient(): Promise<SupabaseClient> {
  return cookieClient({ ...cookieOptions(), name: pendingCookieName }, pendingMaxAgeSeconds);
}

async function cookieClient(
  options: ReturnType<typeof cookieOptions>,
  maxAge: number | undefined,
): Promise<SupabaseClient> {
  const env = authEnv();
  const jar = await cookies();
  return createServerClient(env.supabaseUrl, env.publishableKey, {
    cookieOptions: options,
    global: { headers: forwardedHeaders(await headers()) },
    cookies: {
      getAll: () => jar.getAll(),
      setAll(list) {
        for (const { name, value, options: attributes } of list) {
          const lives = value !== "" && maxAge !== undefined;
          jar.set(name, value, {
            ...attributes,
            ...(lives ? { maxAge } : {}),
          });
        }
      },
    },
  });
}

/** A client that keeps its session in memory: credentials are tried before any cookie is set. */
export async function createTransientClient(): Promise<SupabaseClient> {
  const env = authEnv();
  return createClient(env.supabaseUrl, env.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { headers: forwardedHeaders(await headers()) },
  });
}

/**
 * A client with the server's own key.
 * @throws {AuthEnvError} when SUPABASE_SECRET_KEY is not set.
 */
export function createServiceClient(): SupabaseClient {
  const env = authEnv();
  if (env.secretKey === undefined) {
    throw new AuthEnvError("SUPABASE_SECRET_KEY", "is not set");
  }
  return createClient(env.supabaseUrl, env.secretKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
}

/** Who this request acts for; verified by signature, once per request. */
export const getViewerClaims: () => Promise<Claims | null> = cache(async () => {
  const client = await createReadOnlyClient();
  const { data } = await client.auth.getClaims();
  return memberClaims(data?.claims, issuerOf(authEnv().supabaseUrl));
});

/** The nonce of this response, for inline scripts such as the theme's. */
export async function requestNonce(): Promise<string | undefined> {
  return (await headers()).get("x-nonce") ?? undefined;
}

/** Drops a session's cookies from this browser; the session itself lives on at the service. */
export async function forgetCookies(base: string): Promise<void> {
  await dropCookies((name) => isSessionCookie(name, base));
}

/** Drops the secrets of mail links that were asked for: whoever is in needs none of them. */
export async function forgetVerifiers(): Promise<void> {
  await dropCookies(isVerifierCookie);
}

async function dropCookies(matches: (name: string) => boolean): Promise<void> {
  const { path, domain } = cookieOptions();
  const jar = await cookies();
  for (const { name } of jar.getAll()) {
    if (matches(name)) {
      jar.set(name, "", { path, maxAge: 0, ...(domain === undefined ? {} : { domain }) });
    }
  }
}
