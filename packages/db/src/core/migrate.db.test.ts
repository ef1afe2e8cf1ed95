import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { MigrationError, migrate } from "./migrate.ts";

const admin = new pg.Client({ connectionString: inject("databaseUrl") });
const databases: string[] = [];
const folders: string[] = [];
const directory = new URL("../../supabase/migrations/", import.meta.url);
const files = (await readdir(directory)).filter((name) => name.endsWith(".sql")).sort();
const names = files.map((file) => file.replace(/\.sql$/, ""));

beforeAll(() => admin.connect());

afterAll(async () => {
  for (const name of databases) {
    await admin.query(`drop database if exists ${name} with (force)`);
  }
  await admin.end();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

/** Address of a new, empty database on the test server. */
async function emptyDatabase(): Promise<string> {
  const name = `migrate_${randomBytes(4).toString("hex")}`;
  await admin.query(`create database ${name}`);
  databases.push(name);
  const url = new URL(inject("databaseUrl"));
  url.pathname = `/${name}`;
  return url.href;
}

async function rowsOf<T extends pg.QueryResultRow>(address: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A folder of migrations of the test's own making, by file name. */
async function folderOf(contents: Record<string, string>): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), "migrations-"));
  folders.push(folder);
  for (const [name, sql] of Object.entries(contents)) {
    await writeFile(join(folder, name), sql);
  }
  return pathToFileURL(`${folder}/`);
}

describe("the migrations of this project", () => {
  it("build an empty database, and change nothing the second time", async () => {
    const address = await emptyDatabase();
    const first = await migrate(address);
    expect(first.applied).toEqual(names);
    expect(first.adopted).toEqual([]);

    const second = await migrate(address);
    expect(second).toMatchObject({ applied: [], adopted: [], unchanged: names.length });

    const versions = await rowsOf<{ version: number; name: string }>(
      address,
      "select version, name from public.schema_version order by version",
    );
    expect(versions.map((row) => row.name)).toEqual(names);
    expect(versions.map((row) => row.version)).toEqual(names.map((_, index) => index + 1));
    expect(await rowsOf(address, "select * from app.orphans()")).toEqual([]);
  });

  it("leave each table its rows when they come upon a database with data in it", async () => {
    const address = await emptyDatabase();
    const identity = names.findIndex((name) => name.endsWith("_identity"));
    const people: string[] = [];
    for (const [index, name] of names.entries()) {
      await migrate(address, { through: name });
      if (index >= identity) {
        const email = `after-${index}@example.org`;
        people.push(email);
        await rowsOf(
          address,
          `with member as (insert into public.users (email) values ('${email}') returning id)
           insert into public.platform_access (user_id, platform_slug) select id, 'ascenders' from member`,
        );
      }
    }
    const seen = await rowsOf<{ email: string; platforms: string[]; roles: string }>(
      address,
      `select u.email, p.platforms, (select count(*) from public.tenant_users t where t.user_id = u.id) as roles
       from public.users u join public.profiles p on p.id = u.id order by u.created_at`,
    );
    expect(seen).toEqual(people.map((email) => ({ email, platforms: ["ascenders"], roles: "4" })));
  });

  it("take the last step on a database at the previous version with posts and requests in it", async () => {
    const address = await emptyDatabase();
    const previous = names.at(-2);
    await migrate(address, { through: previous });
    await rowsOf(
      address,
      `with member as (insert into public.users (email) values ('early@example.org') returning id),
         asked as (insert into public.access_requests (user_id, platform_slug) select id, 'hub' from member),
         post as (insert into public.posts (author_id, platform, content)
           select id, 'hub', 'written before the last step' from member)
       insert into public.analytics_events (user_id, platform, event_name) select id, 'hub', 'page_view' from member`,
    );
    expect((await migrate(address)).applied).toEqual(names.slice(-1));
    const [counts] = await rowsOf(
      address,
      `select (select count(*)::int from public.posts) as posts,
         (select count(*)::int from public.access_requests) as requests,
         (select count(*)::int from public.analytics_events) as events`,
    );
    expect(counts).toEqual({ posts: 1, requests: 1, events: 1 });
  });

  it("run once when four processes start together", async () => {
    const address = await emptyDatabase();
    const reports = await Promise.all(Array.from({ length: 4 }, () => migrate(address)));
    expect(reports.flatMap((report) => report.applied).sort()).toEqual(names);
    for (const report of reports) {
      expect(report.applied.length + report.unchanged).toBe(names.length);
    }
  });

  it("are recognised where another tool ran them", async () => {
    const address = await emptyDatabase();
    for (const file of files) {
      await rowsOf(address, await readFile(new URL(file, directory), "utf8"));
    }
    const report = await migrate(address);
    expect(report).toMatchObject({ applied: [], adopted: names, unchanged: names.length });
  });
});

describe("a run", () => {
  it("refuses a file that changed after it ran, and names it", async () => {
    const address = await emptyDatabase();
    const one = "create table public.one (id integer);\n";
    await migrate(address, { directory: await folderOf({ "1_one.sql": one }) });
    const crlf = await folderOf({ "1_one.sql": one.replaceAll("\n", "\r\n") });
    expect(await migrate(address, { directory: crlf })).toMatchObject({ unchanged: 1 });

    const changed = await folderOf({ "1_one.sql": `${one}drop table public.one;` });
    await expect(migrate(address, { directory: changed })).rejects.toThrow(
      /1_one: the file differs from the one that ran here/,
    );
  });

  it("refuses a database that a newer version has been at", async () => {
    const address = await emptyDatabase();
    const newer = await folderOf({ "1_one.sql": "select 1;", "2_two.sql": "select 2;" });
    await migrate(address, { directory: newer });
    const older = await folderOf({ "1_one.sql": "select 1;" });
    await expect(migrate(address, { directory: older })).rejects.toThrow(/2_two: this database/);
  });

  it("undoes a file that fails, keeps the ones before it, and says file and line", async () => {
    const address = await emptyDatabase();
    const broken = await folderOf({
      "1_one.sql": "create table public.one (id integer);",
      "2_two.sql": "create table public.two (id integer);\n\nselect nothing from nowhere;",
    });
    const failure = await migrate(address, { directory: broken }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MigrationError);
    expect(failure).toHaveProperty("file", "2_two");
    expect(failure).toHaveProperty("message", expect.stringMatching(/nowhere.*\(line 3\)/));
    const [left] = await rowsOf(
      address,
      `select to_regclass('public.one') is not null as one, to_regclass('public.two') is not null as two,
         (select array_agg(name) from app.migrations) as book`,
    );
    expect(left).toEqual({ one: true, two: false, book: ["1_one"] });
  });

  it("stops at a name that is not there", async () => {
    await expect(migrate(await emptyDatabase(), { through: "9_none" })).rejects.toThrow(
      "Migration 9_none: there is no such file.",
    );
  });
});
