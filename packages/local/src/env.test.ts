import { describe, expect, it } from "vitest";
import { readStackEnvironment } from "./env.ts";
import { Problem } from "./stack/problem.ts";

const keys = {
  SUPABASE_PUBLISHABLE_KEY: "sb_publishable_0123456789",
  SUPABASE_SECRET_KEY: "sb_secret_0123456789",
};

describe("the stack's surroundings", () => {
  it("ask for the embedded parts when they say nothing", () => {
    expect(readStackEnvironment({ DATABASE_URL: "" })).toMatchObject({
      database: null,
      supabase: null,
      smtpUrl: null,
      appEnv: "development",
    });
  });

  it("name a database, whose direct address is the same unless given", () => {
    const url = "postgres://app_api:x@db.example/neothink";
    expect(readStackEnvironment({ DATABASE_URL: url }).database).toEqual({
      url,
      adminUrl: null,
      directUrl: url,
    });
  });

  it("name a project in the public spelling as well", () => {
    const { supabase } = readStackEnvironment({
      NEXT_PUBLIC_SUPABASE_URL: "https://a.supabase.co/",
      NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: keys.SUPABASE_PUBLISHABLE_KEY,
      SUPABASE_SECRET_KEY: keys.SUPABASE_SECRET_KEY,
    });
    expect(supabase).toMatchObject({ url: "https://a.supabase.co" });
  });

  it.each([
    ["DATABASE_URL", { DATABASE_URL: "mysql://x" }],
    ["NEXT_PUBLIC_SUPABASE_URL", { NEXT_PUBLIC_SUPABASE_URL: "a.supabase.co", ...keys }],
    ["SUPABASE_SECRET_KEY", { ...keys, SUPABASE_URL: "https://a.b", SUPABASE_SECRET_KEY: "" }],
    ["SMTP_URL", { SMTP_URL: "mail.example.org" }],
    ["APP_ENV", { APP_ENV: "staging" }],
  ])("are refused with the name of %s, its purpose and an example", (name, source) => {
    try {
      readStackEnvironment(source);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof Problem)) {
        throw error;
      }
      expect(error.message).toContain(name);
      expect(error.message).toMatch(/It is \w+/);
      expect(error.advice).toContain(`Example: ${name}=`);
    }
  });
});
