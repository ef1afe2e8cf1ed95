import { appOrigins } from "@neothink/brand/origins";
import type { PlatformSlug } from "@neothink/brand/platforms";

interface RequestLike {
  headers: { get(name: string): string | null };
}

/** The origin the browser addressed, from Host and the scheme the front end reports. */
export function requestOrigin(request: RequestLike): string | null {
  const host = request.headers.get("host");
  if (!host) {
    return null;
  }
  const forwarded = request.headers.get("x-forwarded-proto")?.split(",")[0]?.trim();
  const scheme = forwarded === "https" ? "https" : "http";
  try {
    return new URL(`${scheme}://${host}`).origin;
  } catch {
    return null;
  }
}

/**
 * Whether a request that changes something was sent by our own pages.
 * Neither header can be forged by a page of another origin: `Sec-Fetch-Site` must say
 * `same-origin` or be absent, `Origin` must equal the request's own origin exactly (scheme, host
 * and port) or be absent; with both absent only a bearer token, which no browser adds by itself,
 * is accepted. With a slug that app's configured origin counts, too, for a reverse proxy in front
 * that rewrites Host.
 */
export function isSameOrigin(request: RequestLike, slug?: PlatformSlug): boolean {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  if (site !== null && site !== "same-origin") {
    return false;
  }
  if (origin === null) {
    return site === "same-origin" || hasBearer(request);
  }
  return origin === requestOrigin(request) || (slug !== undefined && origin === appOrigins()[slug]);
}

function hasBearer(request: RequestLike): boolean {
  return /^bearer\s+\S/i.test(request.headers.get("authorization") ?? "");
}
