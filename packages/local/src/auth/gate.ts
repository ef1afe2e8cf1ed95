import type { IncomingMessage } from "node:http";
import { AuthError } from "./errors.ts";
import { plainAddress } from "./hosts.ts";
import type { Caller, Gate } from "./http.ts";
import { header } from "./http.ts";
import { isOriginAllowed } from "./redirects.ts";
import type { AuthSettings } from "./settings.ts";
import { sameSecret } from "./vault.ts";

/** Who calls. Forwarded names count only from our own servers, which know the shared secret. */
export function callerOf(settings: AuthSettings, request: IncomingMessage): Caller {
  const { headers } = request;
  const secret = header(headers, "x-neothink-client-ip-secret");
  const trusted =
    settings.clientIpSecret !== null &&
    secret !== null &&
    sameSecret(secret, settings.clientIpSecret);
  const socket = plainAddress(request.socket.remoteAddress);
  const forwarded = trusted
    ? plainAddress(header(headers, "x-neothink-client-ip") ?? undefined)
    : "unknown";
  const agent =
    (trusted ? header(headers, "x-neothink-client-ua") : null) ?? header(headers, "user-agent");
  return {
    ip: forwarded === "unknown" ? socket : forwarded,
    userAgent: agent?.slice(0, 400) ?? null,
  };
}

/** What a request's keys allow. */
export interface Admission {
  isService: boolean;
  bearer: string | null;
}

/**
 * Does what Supabase's gateway does before its auth service: one of the two keys must be shown, in
 * `apikey` or as bearer; the secret one alone means the service role.
 * @throws {AuthError} no_authorization (401) without a key, or with the secret key in a browser
 */
export function admit(settings: AuthSettings, request: IncomingMessage, gate: Gate): Admission {
  const { headers } = request;
  const authorization = header(headers, "authorization");
  const shown = /^bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1] ?? null;
  const isSecret = (key: string | null) => key !== null && sameSecret(key, settings.secretKey);
  const isPublishable = (key: string | null) =>
    key !== null && sameSecret(key, settings.publishableKey);
  const apikey = header(headers, "apikey");
  const bearerIsKey = isSecret(shown) || isPublishable(shown);
  const bearer = bearerIsKey ? null : shown;
  const secretShown = isSecret(apikey) || isSecret(shown);
  if (gate === "key" && !secretShown && !isPublishable(apikey) && !isPublishable(shown)) {
    throw new AuthError(
      401,
      "no_authorization",
      apikey === null ? "No API key found in request" : "Invalid API key",
    );
  }
  // A page that holds the secret key has given it to everybody who reads the page.
  if (secretShown && headers.origin !== undefined) {
    throw new AuthError(401, "no_authorization", "Forbidden use of secret API key in browser");
  }
  const isService = isSecret(shown) || (isSecret(apikey) && shown === null);
  return { isService, bearer };
}

/** Headers that let the apps' pages, and no others, read the answer. Empty for other origins. */
export function corsHeaders(
  settings: AuthSettings,
  request: IncomingMessage,
): Record<string, string> {
  const { origin } = request.headers;
  const site = new URL(settings.siteUrl).origin;
  if (
    origin === undefined ||
    !(origin === site || isOriginAllowed(settings.allowedOrigins, origin))
  ) {
    return { vary: "Origin" };
  }
  return {
    vary: "Origin",
    "access-control-allow-origin": origin,
    "access-control-expose-headers": "X-Total-Count, Link, X-Supabase-Api-Version, X-Sb-Error-Code",
    ...(request.method === "OPTIONS"
      ? {
          "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE, OPTIONS",
          "access-control-allow-headers":
            "authorization, apikey, content-type, redirect_to, x-client-info, x-supabase-api-version",
          "access-control-max-age": "3600",
        }
      : {}),
  };
}
