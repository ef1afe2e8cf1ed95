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

/** For files that the proxy does not see; it puts these and the rest on every page. */
const fileHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
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
    headers: async () => [{ source: "/:path*", headers: fileHeaders }],
  };
}
