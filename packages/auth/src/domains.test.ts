import { afterEach, beforeEach, expect, test, vi } from "vitest";

// The environment is read once per process: each question gets a fresh copy of the module.
beforeEach(() => {
  vi.stubEnv("SUPABASE_URL", "http://127.0.0.1:54321");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "sb_publishable_test");
});
afterEach(() => vi.unstubAllEnvs());

async function shared(origins: Record<string, string>, cookieDomain = ""): Promise<boolean> {
  vi.resetModules();
  vi.stubEnv("APP_ORIGINS", JSON.stringify(origins));
  vi.stubEnv("COOKIE_DOMAIN", cookieDomain);
  const { appsShareCookie } = await import("./domains.ts");
  return appsShareCookie();
}

const below = (parent: string): Record<string, string> => ({
  hub: `https://hub.${parent}`,
  ascenders: `https://ascenders.${parent}`,
  neothinkers: `https://neothinkers.${parent}`,
  immortals: `https://immortals.${parent}`,
});

test("ports of one host share their cookie", async () => {
  expect(await shared({})).toBe(true);
});

test("hosts below a domain share it once the cookie names that domain", async () => {
  expect(await shared(below("neothink.test"))).toBe(false);
  expect(await shared(below("neothink.test"), "neothink.test")).toBe(true);
});

test("one app on a domain of its own needs the hand-off", async () => {
  const origins = { ...below("neothink.test"), immortals: "https://joinimmortals.test" };
  expect(await shared(origins, "neothink.test")).toBe(false);
  const lookalike = { ...below("neothink.test"), immortals: "https://evilneothink.test" };
  expect(await shared(lookalike, "neothink.test")).toBe(false);
});
