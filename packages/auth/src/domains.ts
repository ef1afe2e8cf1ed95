import { appOrigins } from "@neothink/brand/origins";
import { authEnv } from "./env.ts";

/**
 * Whether one cookie reaches all four apps: they answer at one host name (cookies ignore ports),
 * or below the domain that the cookie names. Otherwise the hub hands sessions on.
 */
export function appsShareCookie(): boolean {
  const { cookieDomain } = authEnv();
  const hosts = Object.values(appOrigins()).map((origin) => new URL(origin).hostname);
  if (cookieDomain === undefined) {
    return new Set(hosts).size === 1;
  }
  return hosts.every((host) => host === cookieDomain || host.endsWith(`.${cookieDomain}`));
}
