import { z } from "zod";

const address = z.url({ protocol: /^postgres(ql)?$/, hostname: /.*/ });

/** What a variable is for and how it looks; shown when it is missing or malformed. */
const guide = {
  DATABASE_URL:
    "the Postgres that the application works on, as the login role app_api. Example: postgres://app_api:secret@127.0.0.1:5432/neothink",
  DATABASE_ADMIN_URL:
    "the same Postgres as the owner of the schema, for migrations. Example: postgres://postgres:secret@127.0.0.1:5432/neothink",
  DATABASE_DIRECT_URL:
    "the same Postgres without a transaction pooler in between, for listen/notify. Example: postgres://app_api:secret@127.0.0.1:5432/neothink",
} as const;

type Name = keyof typeof guide;

/**
 * Address of the database for queries. Read when first needed, so that a build needs none.
 * @throws when DATABASE_URL is missing or no postgres address; the message names it and shows one.
 */
export function databaseUrl(): string {
  return read("DATABASE_URL", process.env.DATABASE_URL);
}

/**
 * Address for connections that outlive a transaction (listen/notify); falls back to DATABASE_URL.
 * @throws when the variable in use is no postgres address.
 */
export function databaseDirectUrl(): string {
  const direct = process.env.DATABASE_DIRECT_URL;
  return direct ? read("DATABASE_DIRECT_URL", direct) : databaseUrl();
}

/**
 * Address for migrations, as the schema's owner; falls back to DATABASE_URL.
 * @throws when the variable in use is missing or no postgres address.
 */
export function databaseAdminUrl(): string {
  const admin = process.env.DATABASE_ADMIN_URL;
  return admin ? read("DATABASE_ADMIN_URL", admin) : databaseUrl();
}

function read(name: Name, value: string | undefined): string {
  const parsed = address.safeParse(value);
  if (parsed.success) {
    return parsed.data;
  }
  throw new Error(`${name} is ${value ? "malformed" : "missing"}: ${guide[name]}`);
}
