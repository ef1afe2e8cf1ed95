import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadEnvFile } from "node:process";
import { z } from "zod";
import { Problem } from "./stack/problem.ts";

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, hostname: /.*/ });
const httpUrl = z.url({ protocol: /^https?$/ });
const smtpUrl = z.url({ protocol: /^smtps?$/ });
const key = z.string().min(20);

/** Every variable that the stack looks at: its form, what it is for, and how it looks. */
const variables = {
  DATABASE_URL: {
    schema: postgresUrl,
    purpose: "the Postgres (15 to 18) to use instead of the embedded one",
    example: "postgres://app_api:secret@127.0.0.1:5432/neothink",
  },
  DATABASE_ADMIN_URL: {
    schema: postgresUrl,
    purpose: "the same Postgres as the schema's owner, for the migrations",
    example: "postgres://postgres:secret@127.0.0.1:5432/neothink",
  },
  DATABASE_DIRECT_URL: {
    schema: postgresUrl,
    purpose: "the same Postgres without a transaction pooler in between",
    example: "postgres://app_api:secret@127.0.0.1:5432/neothink",
  },
  SUPABASE_URL: {
    schema: httpUrl,
    purpose: "the Supabase project to use instead of the embedded auth service",
    example: "https://abcdefgh.supabase.co",
  },
  SUPABASE_PUBLISHABLE_KEY: {
    schema: key,
    purpose: "the project's public key, which every request shows",
    example: "sb_publishable_0123456789abcdef",
  },
  SUPABASE_SECRET_KEY: {
    schema: key,
    purpose: "the project's secret key, for the servers only",
    example: "sb_secret_0123456789abcdef",
  },
  SMTP_URL: {
    schema: smtpUrl,
    purpose: "the mail server to use instead of the embedded mailbox",
    example: "smtp://user:secret@mail.example.org:587",
  },
  MAIL_FROM: {
    schema: z.string().regex(/@/),
    purpose: "the sender of every mail",
    example: "Neothink <hello@example.org>",
  },
  CRON_SECRET: {
    schema: z.string().min(16),
    purpose: "what a scheduler must show to start periodic work",
    example: "32-random-characters-or-more-000",
  },
  APP_ENV: {
    schema: z.enum(["development", "production", "test"]),
    purpose: "which rules apply; production sets cookies for https only",
    example: "development",
  },
} as const satisfies Record<
  string,
  { schema: z.ZodType<string>; purpose: string; example: string }
>;

type Name = keyof typeof variables;
type Source = Readonly<Record<string, string | undefined>>;

/** What the surroundings ask of the stack; null where the embedded part is wanted. */
export type StackEnvironment = {
  database: { url: string; adminUrl: string | null; directUrl: string } | null;
  supabase: { url: string; publishableKey: string; secretKey: string } | null;
  smtpUrl: string | null;
  mailFrom: string;
  cronSecret: string | null;
  appEnv: "development" | "production" | "test";
};

/**
 * Reads and checks the surroundings.
 * @throws Problem naming the first variable that is malformed, or that another one needs
 */
export function readStackEnvironment(source: Source = process.env): StackEnvironment {
  const url = read(source, "DATABASE_URL");
  const supabaseUrl = read(source, "SUPABASE_URL");
  return {
    database: url
      ? {
          url,
          adminUrl: read(source, "DATABASE_ADMIN_URL"),
          directUrl: read(source, "DATABASE_DIRECT_URL") ?? url,
        }
      : null,
    supabase: supabaseUrl
      ? {
          url: supabaseUrl.replace(/\/+$/, ""),
          publishableKey: need(source, "SUPABASE_PUBLISHABLE_KEY", "SUPABASE_URL"),
          secretKey: need(source, "SUPABASE_SECRET_KEY", "SUPABASE_URL"),
        }
      : null,
    smtpUrl: read(source, "SMTP_URL"),
    mailFrom: read(source, "MAIL_FROM") ?? "Neothink <hello@neothink.local>",
    cronSecret: read(source, "CRON_SECRET"),
    appEnv: variables.APP_ENV.schema.parse(read(source, "APP_ENV") ?? "development"),
  };
}

/** Adds what `<folder>/.env` says to the surroundings; a variable that is already set stays. */
export function loadDotEnv(folder: string): void {
  const file = join(folder, ".env");
  if (existsSync(file)) {
    loadEnvFile(file);
  }
}

/**
 * The surroundings to hand to child processes: all but what npm adds for its own scripts. `NODE_ENV`
 * stays out too, since each Next.js command sets its own and warns about a different one.
 */
export function inheritedEnvironment(): Record<string, string> {
  const inherited: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !/^(npm_|NODE_ENV$|INIT_CWD$|PORT$)/i.test(name)) {
      inherited[name] = value;
    }
  }
  return inherited;
}

/** The value of a variable, or of its NEXT_PUBLIC_ spelling; empty counts as not set. */
function read(source: Source, name: Name): string | null {
  const spelling = source[name]?.trim() ? name : `NEXT_PUBLIC_${name}`;
  const value = source[spelling]?.trim();
  if (!value) {
    return null;
  }
  const { schema, purpose, example } = variables[name];
  if (!schema.safeParse(value).success) {
    throw new Problem(
      `${spelling} is malformed. It is ${purpose}.`,
      `Example: ${spelling}=${example}. Leave it out for the embedded default.`,
    );
  }
  return value;
}

function need(source: Source, name: Name, because: Name): string {
  const value = read(source, name);
  if (value === null) {
    const { purpose, example } = variables[name];
    throw new Problem(
      `${name} is missing: with ${because} set it is needed too. It is ${purpose}.`,
      `Example: ${name}=${example}. Or leave ${because} out for the embedded default.`,
    );
  }
  return value;
}
