import { z } from "zod";

/** What the auth package reads from its surroundings; never read while building. */
export interface AuthEnv {
  appEnv: "development" | "production" | "test";
  supabaseUrl: string;
  publishableKey: string;
  /** Absent where an app only checks sessions; the hand-off between domains needs it. */
  secretKey: string | undefined;
  /** Shared parent domain of the apps; absent means host-only cookies. */
  cookieDomain: string | undefined;
  /** Lets the embedded auth service trust the client address we forward. */
  clientIpSecret: string | undefined;
}

interface Variable {
  name: string;
  purpose: string;
  example: string;
}

const variables = {
  APP_ENV: {
    name: "APP_ENV",
    purpose: "says which rules apply: development, production or test",
    example: "APP_ENV=production",
  },
  SUPABASE_URL: {
    name: "SUPABASE_URL",
    purpose: "is the base address of the auth service",
    example: "SUPABASE_URL=http://127.0.0.1:54321",
  },
  SUPABASE_PUBLISHABLE_KEY: {
    name: "SUPABASE_PUBLISHABLE_KEY",
    purpose: "is the key that apps show to the auth service",
    example: "SUPABASE_PUBLISHABLE_KEY=sb_publishable_abc123",
  },
  SUPABASE_SECRET_KEY: {
    name: "SUPABASE_SECRET_KEY",
    purpose: "is the server's own key, needed to hand a session to an app on another domain",
    example: "SUPABASE_SECRET_KEY=sb_secret_abc123",
  },
  COOKIE_DOMAIN: {
    name: "COOKIE_DOMAIN",
    purpose: "is the parent domain that the four apps share",
    example: "COOKIE_DOMAIN=neothink.localhost",
  },
  LOCAL_CLIENT_IP_SECRET: {
    name: "LOCAL_CLIENT_IP_SECRET",
    purpose: "lets the embedded auth service trust a forwarded client address",
    example: "LOCAL_CLIENT_IP_SECRET=32-random-characters-or-more-000",
  },
} satisfies Record<string, Variable>;

type VariableName = keyof typeof variables;
type Source = Readonly<Record<string, string | undefined>>;

/** A missing or malformed environment variable, with what it is for and an example. */
export class AuthEnvError extends Error {
  override name = "AuthEnvError";
  readonly variable: string;

  constructor(variable: VariableName, problem: string) {
    const { name, purpose, example } = variables[variable];
    super(`${name} ${problem}. It ${purpose}. Example: ${example}`);
    this.variable = name;
  }
}

function optional(source: Source, variable: VariableName): string | undefined {
  const value = source[variable] ?? source[`NEXT_PUBLIC_${variable}`];
  return value === undefined || value.trim() === "" ? undefined : value.trim();
}

function required(source: Source, variable: VariableName): string {
  const value = optional(source, variable);
  if (value === undefined) {
    throw new AuthEnvError(variable, "is not set");
  }
  return value;
}

function checked<T>(variable: VariableName, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) {
    const problem = result.error.issues[0]?.message ?? "is malformed";
    throw new AuthEnvError(variable, `is malformed (${problem})`);
  }
  return result.data;
}

const httpUrl = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));

const domain = z
  .string()
  .regex(/^\.?([a-z0-9-]+\.)+[a-z][a-z0-9-]*$/i, "must be a domain name with a dot in it")
  .transform((value) => value.replace(/^\./, "").toLowerCase());

/**
 * Reads and checks the variables.
 * @throws {AuthEnvError} naming the first variable that is missing or malformed.
 */
export function readAuthEnv(source: Source): AuthEnv {
  const secretKey = optional(source, "SUPABASE_SECRET_KEY");
  const cookieDomain = optional(source, "COOKIE_DOMAIN");
  return {
    appEnv: checked(
      "APP_ENV",
      z.enum(["development", "production", "test"]),
      // Forgetting the variable must not switch the strict rules off.
      optional(source, "APP_ENV") ?? "production",
    ),
    supabaseUrl: checked("SUPABASE_URL", httpUrl, required(source, "SUPABASE_URL")),
    publishableKey: required(source, "SUPABASE_PUBLISHABLE_KEY"),
    secretKey,
    cookieDomain:
      cookieDomain === undefined ? undefined : checked("COOKIE_DOMAIN", domain, cookieDomain),
    clientIpSecret: optional(source, "LOCAL_CLIENT_IP_SECRET"),
  };
}

let cached: AuthEnv | undefined;

/** The checked environment, read at first use and kept for the life of the process. */
export function authEnv(): AuthEnv {
  cached ??= readAuthEnv(process.env);
  return cached;
}

/** Whether `next dev` serves this; Next.js writes the answer into a build. */
export function isDevServer(): boolean {
  return process.env.NODE_ENV === "development";
}
