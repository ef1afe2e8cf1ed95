import { fileURLToPath } from "node:url";

import type { PlatformSlug } from "./platforms.ts";

interface HeaderRule {
  source: string;
  headers: { key: string; value: string }[];
}

/** The part of a Next.js configuration that the four apps share. */
export interface AppConfig {
  env: { NEXT_PUBLIC_BRAND: PlatformSlug };
  turbopack: { root: string };
  outputFileTracingRoot: string;
  poweredByHeader: false;
  reactStrictMode: true;
  devIndicators: false;
  headers: () => Promise<HeaderRule[]>;
}

const repositoryRoot = fileURLToPath(new URL("../../../", import.meta.url)).replace(/\/$/, "");

/** Headers that are the same on every answer; the content policy carries a nonce and comes from the proxy. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-DNS-Prefetch-Control", value: "off" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
];

/**
 * The Next.js configuration of one app. It fixes the brand for the build; no address, key or other
 * value of an environment enters the bundle, so that one build serves any back end.
 */
export function createNextConfig(slug: PlatformSlug): AppConfig {
  return {
    env: { NEXT_PUBLIC_BRAND: slug },
    turbopack: { root: repositoryRoot },
    outputFileTracingRoot: repositoryRoot,
    poweredByHeader: false,
    reactStrictMode: true,
    devIndicators: false,
    headers: async () => [{ source: "/:path*", headers: securityHeaders }],
  };
}
