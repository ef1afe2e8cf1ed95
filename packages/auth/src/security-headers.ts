import type { AuthEnv } from "./env.ts";

interface PolicyInput {
  nonce: string;
  /** `next dev` compiles as it goes and talks to the browser; a built app does neither. */
  dev: boolean;
  /** Origins of the four apps: a form may be answered by a redirect to one of them. */
  origins: readonly string[];
}

/** A fresh value for one response's scripts: 128 random bits in base64. */
export function createNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

/**
 * The policy of every page: only scripts that carry this response's nonce, and what they load.
 * Inline styles stay allowed, since positioned menus and toasts set them from script.
 */
export function contentSecurityPolicy({ nonce, dev, origins }: PolicyInput): string {
  const directives: Record<string, readonly string[]> = {
    "default-src": ["'self'"],
    // React's development build names call sites by eval.
    "script-src": [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(dev ? ["'unsafe-eval'"] : []),
    ],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:", "https:"],
    "media-src": ["'self'", "blob:", "https:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(dev ? ["ws:", "wss:"] : [])],
    "worker-src": ["'self'", "blob:"],
    "manifest-src": ["'self'"],
    "frame-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'", ...origins],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");
}

/** The headers beside the policy that every response carries. */
export function securityHeaders(appEnv: AuthEnv["appEnv"]): Readonly<Record<string, string>> {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    // `no-referrer` would make browsers send `Origin: null` with our own forms.
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy":
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-permitted-cross-domain-policies": "none",
    ...(appEnv === "production"
      ? { "strict-transport-security": "max-age=63072000; includeSubDomains" }
      : {}),
  };
}
