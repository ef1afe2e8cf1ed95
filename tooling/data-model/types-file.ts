import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
// What the driver makes of an interval, without its methods; written as text.
const interval =
  "ColumnType<{ years?: number; months?: number; days?: number; hours?: number; minutes?: number; seconds?: number; milliseconds?: number }, string, string>";
const dbPackage = fileURLToPath(new URL("../../packages/db", import.meta.url));

/** Kysely's types for every table and view of the schema `public`, as TypeScript source. */
export async function typesFile(databaseUrl: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "neothink-types-"));
  const file = path.join(folder, "tables.ts");
  try {
    await run(
      path.join(dbPackage, "node_modules/.bin/kysely-codegen"),
      [
        ...["--dialect", "postgres", "--default-schema", "public", "--include-pattern", "public.*"],
        ...["--partitions", "--type-only-imports", "--out-file", file],
        ...["--url", "env(DATABASE_URL)", "--log-level", "error"],
        ...["--type-mapping", JSON.stringify({ interval })],
      ],
      { cwd: dbPackage, env: { PATH: path.dirname(process.execPath), DATABASE_URL: databaseUrl } },
    );
    return await readFile(file, "utf8");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
