import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import pg from "pg";

/** What a run of the migrations did; file names without their ending, in run order. */
export interface MigrationReport {
  /** Files that ran now. */
  readonly applied: readonly string[];
  /** Files that another tool had run here before, now entered in the book. */
  readonly adopted: readonly string[];
  /** Number of files that were already in the book. */
  readonly unchanged: number;
  readonly milliseconds: number;
}

/** Where the files are, how far to go, and who wants to hear of it. */
export interface MigrationOptions {
  /** Folder of the `.sql` files, as a URL that ends in a slash; the package's own by default. */
  readonly directory?: URL;
  /** Schema that the book of this folder is kept in; `app` by default. Each folder has its own. */
  readonly schema?: string;
  /** Name of the last file to run; all by default. */
  readonly through?: string;
  /** Called before each file that runs. */
  readonly onFile?: (name: string) => void;
}

interface MigrationFile {
  readonly name: string;
  readonly checksum: string;
  readonly sql: string;
}

/** A migration that cannot run; the message names the file and says what to do. */
export class MigrationError extends Error {
  readonly file: string;

  constructor(file: string, message: string, cause?: unknown) {
    super(`Migration ${file}: ${message}`, { cause });
    this.name = "MigrationError";
    this.file = file;
  }
}

const ownDirectory = new URL("../../supabase/migrations/", import.meta.url);
// Any fixed number does; two runners on one database must use the same.
const lockKey = "4851210320261101";

/**
 * Brings a database to the present schema: each file in a transaction of its own, under one
 * advisory lock, written down in `app.migrations` (or that of another schema). Safe to run again and
 * from several processes.
 * @throws MigrationError when a file fails, differs from the one that ran here, or is unknown here.
 */
export async function migrate(
  connectionString: string,
  options: MigrationOptions = {},
): Promise<MigrationReport> {
  const started = performance.now();
  const all = await readMigrations(options.directory ?? ownDirectory);
  const wanted = upTo(all, options.through);
  const book = bookIn(options.schema ?? "app");
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const adopted = await openBook(client, book, all);
    const known = await readBook(client, book);
    refuseUnknown(known, all);
    const applied: string[] = [];
    let unchanged = 0;
    for (const file of wanted) {
      if (isKnown(known, file) || !(await runFile(client, book, file, options.onFile))) {
        unchanged += 1;
      } else {
        applied.push(file.name);
      }
    }
    return { applied, adopted, unchanged, milliseconds: Math.round(performance.now() - started) };
  } finally {
    await client.end();
  }
}

/** The migration files of a folder in run order; line endings count as `\n` in the checksum. */
async function readMigrations(directory: URL): Promise<readonly MigrationFile[]> {
  const names = (await readdir(directory)).filter((name) => /^\d+_\w+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (fileName) => {
      const sql = (await readFile(new URL(fileName, directory), "utf8")).replaceAll("\r\n", "\n");
      const checksum = createHash("sha256").update(sql).digest("hex");
      return { name: fileName.replace(/\.sql$/, ""), checksum, sql };
    }),
  );
}

function upTo(files: readonly MigrationFile[], last: string | undefined): readonly MigrationFile[] {
  if (last === undefined) {
    return files;
  }
  const index = files.findIndex((file) => file.name === last);
  if (index < 0) {
    throw new MigrationError(last, "there is no such file.");
  }
  return files.slice(0, index + 1);
}

interface Book {
  readonly schema: string;
  readonly table: string;
}

/** The schema's name is written into statements, where no parameter may stand. */
function bookIn(schema: string): Book {
  if (!/^[a-z_]+$/.test(schema)) {
    throw new Error(`"${schema}" is no name for the schema of a migration book.`);
  }
  return { schema, table: `${schema}.migrations` };
}

/** Makes the book where it is missing, and enters files that ran here by other means. */
async function openBook(
  client: pg.Client,
  book: Book,
  files: readonly MigrationFile[],
): Promise<readonly string[]> {
  return inLockedTransaction(client, async () => {
    await client.query(`
      create schema if not exists ${book.schema};
      create table if not exists ${book.table} (
        name text not null constraint migrations_pkey primary key,
        checksum text not null,
        applied_at timestamptz not null default now()
      );
      comment on table ${book.table} is 'Ours: which migration files ran here, with the checksum of each.';
      comment on column ${book.table}.name is 'File name without its ending.';
      comment on column ${book.table}.checksum is 'SHA-256 of the file, in hex.';
      comment on column ${book.table}.applied_at is 'When it ran.';`);
    const version = await client.query<{ found: boolean }>(
      "select to_regclass('public.schema_version') is not null as found",
    );
    if (!version.rows[0]?.found) {
      return [];
    }
    const { rows } = await client.query<{ name: string }>(
      `insert into ${book.table} (name, checksum)
       select f.name, f.checksum from unnest($1::text[], $2::text[]) as f (name, checksum)
       join public.schema_version v on v.name = f.name
       on conflict (name) do nothing returning name`,
      [files.map((file) => file.name), files.map((file) => file.checksum)],
    );
    return rows.map((row) => row.name).sort();
  });
}

async function readBook(client: pg.Client, book: Book): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select name, checksum from ${book.table}`,
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function refuseUnknown(known: ReadonlyMap<string, string>, files: readonly MigrationFile[]): void {
  const names = new Set(files.map((file) => file.name));
  for (const name of known.keys()) {
    if (!names.has(name)) {
      throw new MigrationError(
        name,
        "this database has been through it, but this version has no such file. Start the newer version instead.",
      );
    }
  }
}

function isKnown(known: ReadonlyMap<string, string>, file: MigrationFile): boolean {
  const checksum = known.get(file.name);
  if (checksum === undefined) {
    return false;
  }
  if (checksum !== file.checksum) {
    throw new MigrationError(
      file.name,
      "the file differs from the one that ran here. Restore it, and put the change into a new file.",
    );
  }
  return true;
}

/** Runs one file; false when another process was faster. */
async function runFile(
  client: pg.Client,
  book: Book,
  file: MigrationFile,
  onFile: MigrationOptions["onFile"],
): Promise<boolean> {
  return inLockedTransaction(client, async () => {
    if (isKnown(await readBook(client, book), file)) {
      return false;
    }
    onFile?.(file.name);
    try {
      await client.query(file.sql);
    } catch (error) {
      throw new MigrationError(file.name, describeFailure(error, file.sql), error);
    }
    // The file's search path must not stay behind on a pooled connection.
    await client.query("reset search_path");
    await client.query(`insert into ${book.table} (name, checksum) values ($1, $2)`, [
      file.name,
      file.checksum,
    ]);
    return true;
  });
}

async function inLockedTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("begin; set local statement_timeout = 0; set local lock_timeout = 0");
  try {
    await client.query("select pg_advisory_xact_lock($1::bigint)", [lockKey]);
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    // The first failure is the one to tell, even when the connection is gone by now.
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

function describeFailure(error: unknown, sql: string): string {
  if (!(error instanceof pg.DatabaseError)) {
    return error instanceof Error ? error.message : String(error);
  }
  const position = Number(error.position);
  const line = position > 0 ? ` (line ${sql.slice(0, position).split("\n").length})` : "";
  const hint = error.hint ? ` ${error.hint}` : "";
  return `${error.message}${line}.${hint}`;
}
