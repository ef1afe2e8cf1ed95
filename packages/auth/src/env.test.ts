import { expect, test } from "vitest";
import { readAuthEnv } from "./env.ts";

const complete = {
  APP_ENV: "test",
  SUPABASE_URL: "http://127.0.0.1:54321/",
  SUPABASE_PUBLISHABLE_KEY: "sb_publishable_test",
};

test("reads the variables and cuts the slash off the address", () => {
  expect(readAuthEnv(complete)).toMatchObject({
    appEnv: "test",
    supabaseUrl: "http://127.0.0.1:54321",
    cookieDomain: undefined,
  });
});

test("falls back to the public spelling", () => {
  const env = readAuthEnv({
    NEXT_PUBLIC_SUPABASE_URL: "https://abc.supabase.co",
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_x",
  });
  expect(env).toMatchObject({ supabaseUrl: "https://abc.supabase.co", appEnv: "production" });
});

test("drops the leading dot of a cookie domain", () => {
  expect(readAuthEnv({ ...complete, COOKIE_DOMAIN: ".Neothink.localhost" }).cookieDomain).toBe(
    "neothink.localhost",
  );
});

test.each<[string, Record<string, string>]>([
  ["SUPABASE_URL", { SUPABASE_URL: "" }],
  ["SUPABASE_URL", { SUPABASE_URL: "ftp://example.org" }],
  ["SUPABASE_PUBLISHABLE_KEY", { SUPABASE_PUBLISHABLE_KEY: " " }],
  ["APP_ENV", { APP_ENV: "staging" }],
  ["COOKIE_DOMAIN", { COOKIE_DOMAIN: "localhost" }],
])("names %s when it is missing or malformed, with its purpose and an example", (name, change) => {
  const read = (): unknown => readAuthEnv({ ...complete, ...change });
  expect(read).toThrow(new RegExp(`^${name} is .*Example: ${name}=`));
});
