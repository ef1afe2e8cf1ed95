import { isIP } from "node:net";
import { authEnv } from "./env.ts";

interface HeadersLike {
  get(name: string): string | null;
}

/**
 * The caller's address: the last entry of X-Forwarded-For, which the proxy next to us wrote.
 * Earlier entries are whatever the caller claimed.
 */
export function clientAddress(headers: HeadersLike): string | null {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  const bare = last.startsWith("::ffff:") ? last.slice("::ffff:".length) : last;
  return isIP(bare) === 0 ? null : bare;
}

/** Tells the auth service who is really calling: all server-side calls share our own address. */
export function forwardedHeaders(headers: HeadersLike): Record<string, string> {
  const { clientIpSecret } = authEnv();
  const agent = headers.get("user-agent");
  const address = clientAddress(headers);
  if (clientIpSecret === undefined) {
    return {};
  }
  return {
    "x-neothink-client-ip-secret": clientIpSecret,
    ...(address === null ? {} : { "x-neothink-client-ip": address }),
    ...(agent === null ? {} : { "x-neothink-client-ua": printable(agent).slice(0, 400) }),
  };
}

function printable(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, "?");
}
