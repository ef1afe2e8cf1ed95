import { randomBytes } from "node:crypto";
import { migrate } from "@neothink/db/core/migrate";
import { startTestPostgres } from "@neothink/local/postgres/test-postgres";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { env } from "./env.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Superuser address of the migrated test database. */
    databaseUrl: string;
    /** The same database as the application sees it: login role `app_api`, no rights of its own. */
    appUrl: string;
  }
}

/**
 * Makes one migrated database for the whole run: on `TEST_DATABASE_URL` when it is set, else on a
 * throwaway embedded server. Suites share it and keep apart by making their own people.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = env.TEST_DATABASE_URL ? null : await startTestPostgres();
  const serverUrl = env.TEST_DATABASE_URL ?? server?.adminUrl;
  if (!serverUrl) {
    throw new Error("The embedded test server gave no address.");
  }
  const name = `neothink_test_${randomBytes(4).toString("hex")}`;
  const password = randomBytes(12).toString("hex");
  await run(serverUrl, `create database ${name}`);
  const databaseUrl = withDatabase(serverUrl, name);
  await migrate(databaseUrl);
  await run(databaseUrl, `alter role app_api password '${password}'`);

  const appUrl = new URL(withDatabase(env.TEST_POOLER_URL ?? serverUrl, name));
  appUrl.username = "app_api";
  appUrl.password = password;
  project.provide("databaseUrl", databaseUrl);
  project.provide("appUrl", appUrl.href);

  return async () => {
    if (server) {
      await server.close();
      return;
    }
    await run(serverUrl, `drop database if exists ${name} with (force)`);
  };
}

function withDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

async function run(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
