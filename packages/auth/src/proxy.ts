import { appOrigins } from "@neothink/brand/origins";
import { createServerClient } from "@supabase/ssr";
import type { NextRequest } from "next/server";
import { NextResponse } from "next/server";
import type { AddressKind } from "./addresses.ts";
import { addressKind } from "./addresses.ts";
import type { Claims } from "./claims.ts";
import { issuerOf, memberClaims } from "./claims.ts";
import { cookieOptions } from "./config.ts";
import { authEnv, isDevServer } from "./env.ts";
import { forwardedHeaders } from "./forwarded.ts";
import { safeNext } from "./safe-next.ts";
import { contentSecurityPolicy, createNonce, securityHeaders } from "./security-headers.ts";

interface Refreshed {
  claims: Claims | null;
  /** Puts the refreshed cookies and their cache headers on the response that is returned. */
  carry: (response: NextResponse) => NextResponse;
}

/**
 * Refreshes the session when it is about to end, and collects what must go on the response.
 * Nothing may be awaited between making the client and `getClaims`.
 */
async function refreshSession(request: NextRequest): Promise<Refreshed> {
  const env = authEnv();
  const written = new Map<string, Parameters<NextResponse["cookies"]["set"]>>();
  const cacheHeaders: Record<string, string> = {};
  const client = createServerClient(env.supabaseUrl, env.publishableKey, {
    cookieOptions: cookieOptions(env),
    global: { headers: forwardedHeaders(request.headers) },
    cookies: {
      getAll: () => request.cookies.getAll(),
      setAll(cookies, headers) {
        for (const { name, value, options } of cookies) {
          // The pages of this very request must see the new session, too.
          if (value === "") {
            request.cookies.delete(name);
          } else {
            request.cookies.set(name, value);
          }
          written.set(name, [name, value, options]);
        }
        Object.assign(cacheHeaders, headers);
      },
    },
  });
  const { data } = await client.auth.getClaims();
  return {
    claims: memberClaims(data?.claims, issuerOf(env.supabaseUrl)),
    carry(response) {
      for (const cookie of written.values()) {
        response.cookies.set(...cookie);
      }
      for (const [name, value] of Object.entries(cacheHeaders)) {
        response.headers.set(name, value);
      }
      return response;
    },
  };
}

/** Where a request must go instead of the address it asked for, or null. */
export function redirectTarget(
  url: Pick<URL, "pathname" | "search" | "searchParams">,
  kind: AddressKind,
  signedIn: boolean,
): string | null {
  if (kind === "member" && !signedIn) {
    return `/sign-in?next=${encodeURIComponent(`${url.pathname}${url.search}`)}`;
  }
  if (kind === "visitor" && signedIn) {
    return safeNext(url.searchParams.get("next"));
  }
  return null;
}

/**
 * The request gate of each app: refreshes the session, sends people where they belong and puts
 * the security headers on every response. A first sieve only: pages and procedures check again.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { appEnv } = authEnv();
  const nonce = createNonce();
  const origins = Object.values(appOrigins());
  const policy = contentSecurityPolicy({ nonce, dev: isDevServer(), origins });
  const { claims, carry } = await refreshSession(request);
  const finish = (response: NextResponse): NextResponse => {
    response.headers.set("content-security-policy", policy);
    for (const [name, value] of Object.entries(securityHeaders(appEnv))) {
      response.headers.set(name, value);
    }
    return carry(response);
  };

  // A post to a page is its server action, which answers for itself.
  if (request.method === "GET" || request.method === "HEAD") {
    const kind = addressKind(request.nextUrl.pathname);
    const target = redirectTarget(request.nextUrl, kind, claims !== null);
    if (target !== null) {
      return finish(NextResponse.redirect(new URL(target, request.nextUrl), 307));
    }
  }
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  return finish(NextResponse.next({ request: { headers } }));
}
