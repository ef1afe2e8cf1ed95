import { describe, expect, it } from "vitest";
import { parseDuration } from "./admin.ts";
import { isOwnHost, networkOf, plainAddress } from "./hosts.ts";
import { lockSeconds } from "./login-attempts.ts";
import { confirmLink } from "./mail-flows.ts";
import { chooseRedirect, isAllowedRedirect, isOriginAllowed } from "./redirects.ts";

const production = {
  siteUrl: "https://hub.example.test/",
  allowedOrigins: ["https://ascenders.example.test", "https://*.preview.example.test"],
};
const development = { siteUrl: "http://localhost:3000/", allowedOrigins: [] };

describe("redirects", () => {
  it.each([
    ["https://hub.example.test/home", true],
    ["https://ascenders.example.test/auth/callback?next=/x", true],
    ["https://one.preview.example.test/", true],
    ["https://a.b.preview.example.test/", false],
    ["http://hub.example.test/", false],
    ["https://hub.example.test:8443/", false],
    ["https://hub.example.test.evil.test/", false],
    ["https://evil.test/?https://hub.example.test/", false],
    ["https://user@hub.example.test/", false],
    ["//hub.example.test/", false],
    ["/home", false],
    ["https://hub.example.test\\@evil.test/", false],
    ["https://hub.example.test/\tx", false],
    ["javascript:alert(1)//hub.example.test", false],
    ["data:text/html,x", false],
    ["http://localhost:3000/", false],
    ["http://127.0.0.1/", false],
    ["", false],
  ])("in production: %s -> %s", (address, allowed) => {
    expect(isAllowedRedirect(production, address)).toBe(allowed);
  });

  it.each([
    ["http://localhost:3003/", true],
    ["http://127.0.0.1:9999/x", true],
    ["http://ascenders.neothink.localhost:3001/", true],
    ["http://[::1]:3000/", true],
    ["http://10.0.0.1:3000/", false],
    ["http://localhost.evil.test/", false],
  ])("in development: %s -> %s", (address, allowed) => {
    expect(isAllowedRedirect(development, address)).toBe(allowed);
  });

  it("fall back to the site", () => {
    expect(chooseRedirect(production, [null, "https://evil.test/"])).toBe(production.siteUrl);
    expect(
      chooseRedirect(production, ["https://evil.test/", "https://hub.example.test/home"]),
    ).toBe("https://hub.example.test/home");
  });

  it("know the apps' origins", () => {
    const { allowedOrigins } = production;
    expect(isOriginAllowed(allowedOrigins, "https://ascenders.example.test")).toBe(true);
    expect(isOriginAllowed(allowedOrigins, "https://x.preview.example.test")).toBe(true);
    expect(isOriginAllowed(allowedOrigins, "https://evil.test")).toBe(false);
    expect(isOriginAllowed(allowedOrigins, "null")).toBe(false);
  });
});

describe("links of mails", () => {
  it.each([
    ["https://a.test/wallet?tab=1", "magiclink", "/wallet?tab=1"],
    ["https://a.test/auth/callback?next=/home", "signup", "/home"],
    ["https://a.test/auth/callback?next=//evil.test", "signup", null],
    ["https://a.test/auth/callback?next=https://evil.test", "signup", null],
    ["https://a.test/", "magiclink", null],
    ["https://a.test/", "recovery", "/reset-password"],
    ["https://a.test/settings", "email_change_new", "/settings"],
  ] as const)("from %s for %s go on to %s", (redirectTo, purpose, next) => {
    const link = new URL(confirmLink(redirectTo, purpose, "token"));
    expect(`${link.origin}${link.pathname}`).toBe("https://a.test/auth/confirm");
    expect(link.searchParams.get("token_hash")).toBe("token");
    expect(link.searchParams.get("type")).toBe(
      purpose.startsWith("email_change") ? "email_change" : purpose,
    );
    expect(link.searchParams.get("next")).toBe(next);
  });
});

describe("hosts", () => {
  const own = { host: "127.0.0.1", port: 9999, externalUrl: "https://auth.example.test" };

  it.each([
    ["127.0.0.1:9999", true],
    ["localhost:9999", true],
    ["hub.localhost:9999", true],
    ["[::1]:9999", true],
    ["auth.example.test", true],
    ["AUTH.example.test", true],
    ["auth.example.test:9999", false],
    ["evil.test:9999", false],
    ["127.0.0.1", false],
    ["localhost:9999@evil.test", false],
    ["localhost:9999/x", false],
    ["", false],
    [undefined, false],
  ])("%s -> %s", (header, known) => {
    expect(isOwnHost(header, own)).toBe(known);
  });

  it("count IPv6 by subscriber and IPv4 by address", () => {
    expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
    expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0::/64");
    expect(networkOf("::1")).toBe("0:0:0:0::/64");
    expect(networkOf("203.0.113.9")).toBe("203.0.113.9");
    expect(plainAddress("::ffff:203.0.113.9")).toBe("203.0.113.9");
    expect(plainAddress("nonsense")).toBe("unknown");
  });
});

describe("durations", () => {
  it("lock for longer and longer", () => {
    expect([1, 4, 5, 9, 10, 11, 12, 16, 17, 60].map(lockSeconds)).toEqual([
      0, 0, 60, 60, 900, 1800, 3600, 57_600, 86_400, 86_400,
    ]);
  });

  it("of bans are read as people write them", () => {
    expect(parseDuration("24h")).toBe(86_400);
    expect(parseDuration("1h30m")).toBe(5400);
    expect(parseDuration("1.5h10s")).toBe(5410);
    expect(() => parseDuration("a day")).toThrow(/24h/);
    expect(() => parseDuration("-1h")).toThrow(/24h/);
  });
});
