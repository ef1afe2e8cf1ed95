import { isIP } from "node:net";

/** Whether a host name means this machine. */
export function isLoopback(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  return (
    bare === "localhost" ||
    bare.endsWith(".localhost") ||
    bare === "::1" ||
    (isIP(bare) === 4 && bare.startsWith("127."))
  );
}

/**
 * Whether a `Host` header names this service. A page on another name that resolves to this machine
 * (DNS rebinding) would otherwise speak to it from a visitor's browser.
 */
export function isOwnHost(
  header: string | undefined,
  own: { host: string; port: number; externalUrl: string },
): boolean {
  const url = header ? URL.parse(`http://${header}`) : null;
  if (url?.pathname !== "/") {
    return false;
  }
  const external = new URL(own.externalUrl);
  if (url.host === new URL(`http://${external.host}`).host) {
    return true;
  }
  const port = Number(url.port || "80");
  const bound = new URL(`http://${own.host.includes(":") ? `[${own.host}]` : own.host}`).hostname;
  return port === own.port && (url.hostname === bound || isLoopback(url.hostname));
}

/** The address of a socket without the wrapping that dual-stack listeners put around IPv4. */
export function plainAddress(address: string | undefined): string {
  const bare = (address ?? "").replace(/^::ffff:(?=\d+\.)/, "");
  return isIP(bare) === 0 ? "unknown" : bare;
}

/** What limits count by: the address, or for IPv6 the /64 that one subscriber holds. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) {
    return address;
  }
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}
