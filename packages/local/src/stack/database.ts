import { createHmac } from "node:crypto";
import { MigrationError, migrate } from "@neothink/db/core/migrate";
import type { Client } from "pg";
import { z } from "zod";
import type { StackEnvironment } from "../env.ts";
import { withClient } from "../postgres/connection.ts";
import { codeOf, messageOf, Problem } from "./problem.ts";

/** The addresses of a migrated database; `admin` is null when nobody here may change its schema. */
export type DatabaseUrls = { app: string; direct: string; admin: string | null };

type Say = (line: string) => void;

const rightsSchema = z.object({
  version: z.coerce.number(),
  privileged: z.boolean(),
  migrated: z.boolean(),
  login: z.string(),
});

/** Brings a database to the present schema and says what happened. */
export async function runMigrations(adminUrl: string, say: Say): Promise<void> {
  try {
    const { applied, milliseconds } = await migrate(adminUrl);
    say(
      applied.length > 0
        ? `Ran ${applied.length} migrations (${(milliseconds / 1000).toFixed(1)} s).`
        : "The schema is up to date.",
    );
  } catch (error) {
    if (!(error instanceof MigrationError)) {
      throw error;
    }
    throw new Problem(
      error.message,
      "If you are changing the migrations: start afresh (this deletes the local data) with npm start -- --reset.",
      { cause: error },
    );
  }
}

/**
 * Makes a Postgres of the user's own ready. With DATABASE_ADMIN_URL it is migrated through that, else
 * through DATABASE_URL when that role may. A role that may do everything is then not what the apps
 * should work as, so they get `app_api` where the server allows it.
 * @throws Problem when the server is unreachable, too old, or has no schema and nobody may make it
 */
export async function prepareOwnDatabase(
  database: NonNullable<StackEnvironment["database"]>,
  say: Say,
): Promise<DatabaseUrls> {
  const { url, directUrl, adminUrl } = database;
  const rights = await look("DATABASE_URL", url);
  if (adminUrl) {
    await look("DATABASE_ADMIN_URL", adminUrl);
    await runMigrations(adminUrl, say);
    return { app: url, direct: directUrl, admin: adminUrl };
  }
  if (!rights.privileged) {
    if (!rights.migrated) {
      throw new Problem(
        `The database of DATABASE_URL has no schema yet, and its role ${rights.login} may not make one.`,
        "Set DATABASE_ADMIN_URL to the same database as its owner (superuser or BYPASSRLS), for example postgres://postgres:secret@127.0.0.1:5432/neothink.",
      );
    }
    say(
      `The role ${rights.login} may not migrate; the schema is taken as it is (see DATABASE_ADMIN_URL).`,
    );
    return { app: url, direct: directUrl, admin: null };
  }
  await runMigrations(url, say);
  const app = await appLogin(url);
  if (!app) {
    say(`The apps work as ${rights.login}, since app_api cannot log in at this server.`);
  }
  return { app: app ?? url, direct: app ?? directUrl, admin: url };
}

async function look(name: string, url: string): Promise<z.infer<typeof rightsSchema>> {
  let rights: z.infer<typeof rightsSchema>;
  try {
    rights = await withClient(url, async (client) =>
      rightsSchema.parse(
        (
          await client.query(`select current_setting('server_version_num') as version,
            (r.rolsuper or r.rolbypassrls) and has_database_privilege(current_database(), 'create') as privileged,
            to_regclass('public.schema_version') is not null as migrated,
            current_user as login
            from pg_catalog.pg_roles r where r.rolname = current_user`)
        ).rows[0],
      ),
    );
  } catch (error) {
    throw new Problem(
      `The database of ${name} cannot be used: ${messageOf(error) || codeOf(error)}.`,
      `Check the address, the password and that the server runs. ${name} looks like postgres://user:secret@host:5432/database.`,
      { cause: error },
    );
  }
  if (rights.version < 150_000) {
    throw new Problem(
      `The server of ${name} is Postgres ${Math.floor(rights.version / 10_000)}; 15 to 18 are supported.`,
      "Upgrade it, or leave the variable out for the embedded one.",
    );
  }
  return rights;
}

/**
 * The address of `app_api` at a server where we may do everything; null where that login does not
 * work (a pooler that knows no such user, a hosted service that names roles its own way). Its
 * password is derived from the privileged one, so that several checkouts agree on it unasked.
 */
async function appLogin(privilegedUrl: string): Promise<string | null> {
  const url = new URL(privilegedUrl);
  const password = createHmac("sha256", decodeURIComponent(url.password))
    .update(`app_api ${url.host}`)
    .digest("hex");
  url.username = "app_api";
  url.password = password;
  const works = (): Promise<boolean> => withClient(url.href, async () => true).catch(() => false);
  if (await works()) {
    return url.href;
  }
  const allow = async (client: Client): Promise<void> => {
    const { rowCount } = await client.query(
      "select from pg_catalog.pg_authid where rolname = 'app_api' and rolpassword is null",
    );
    // A password that somebody gave it serves another installation on this server.
    if (rowCount === 1) {
      await client.query(`alter role app_api login password '${password}'`);
    }
  };
  try {
    await withClient(privilegedUrl, allow);
  } catch {
    return null;
  }
  return (await works()) ? url.href : null;
}
