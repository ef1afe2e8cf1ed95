import { afterEach, describe, expect, it, vi } from "vitest";
import { databaseDirectUrl, databaseUrl } from "./env.ts";

afterEach(() => vi.unstubAllEnvs());

describe("the database's address", () => {
  it("names the variable, its purpose and an example when missing", () => {
    vi.stubEnv("DATABASE_URL", undefined);
    expect(() => databaseUrl()).toThrow(/DATABASE_URL is missing: .*Example: postgres:\/\//);
  });

  it("refuses another kind of address without repeating it", () => {
    vi.stubEnv("DATABASE_URL", "mysql://root:hunter2@host/db");
    expect(() => databaseUrl()).toThrow(/DATABASE_URL is malformed/);
    expect(() => databaseUrl()).not.toThrow(/hunter2/);
  });

  it("serves listeners from the direct one, when there is one", () => {
    vi.stubEnv("DATABASE_URL", "postgres://a@pooler:6432/neothink");
    vi.stubEnv("DATABASE_DIRECT_URL", undefined);
    expect(databaseDirectUrl()).toBe("postgres://a@pooler:6432/neothink");
    vi.stubEnv("DATABASE_DIRECT_URL", "postgres://a@direct:5432/neothink");
    expect(databaseDirectUrl()).toBe("postgres://a@direct:5432/neothink");
  });
});
