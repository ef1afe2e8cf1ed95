import { migrate } from "@neothink/db/core/migrate";

const directory = new URL("../../migrations/", import.meta.url);

/**
 * Brings the schema `auth_local` to its present shape. The application's own migrations must have
 * run before: the accounts hang on `public.users`.
 * @throws MigrationError when a file fails
 */
export async function applyAuthMigrations(databaseUrl: string): Promise<void> {
  await migrate(databaseUrl, { directory, schema: "auth_local" });
}
