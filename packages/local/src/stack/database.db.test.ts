import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withClient } from "../postgres/connection.ts";
import { startTestPostgres, type TestPostgres } from "../postgres/test-postgres.ts";
import { prepareOwnDatabase } from "./database.ts";
import { Problem } from "./problem.ts";

// A server of its own: the tests set the password of app_api, which belongs to the whole server.
let server: TestPostgres;
let url = "";
let count = 0;
const said: string[] = [];
const say = (line: string): void => void said.push(line);

beforeAll(async () => {
  server = await startTestPostgres();
});

afterAll(() => server.close());

beforeEach(async () => {
  said.length = 0;
  count += 1;
  const name = `own_${count}`;
  await run(server.adminUrl, `create database ${name}`);
  url = withPart(server.adminUrl, { database: name });
});

function run(address: string, sql: string): Promise<unknown> {
  return withClient(address, (client) => client.query(sql));
}

function withPart(
  address: string,
  part: { database?: string; user?: string; password?: string },
): string {
  const changed = new URL(address);
  changed.pathname = part.database ? `/${part.database}` : changed.pathname;
  changed.username = part.user ?? changed.username;
  changed.password = part.password ?? changed.password;
  return changed.href;
}

const prepare = (own: string, adminUrl: string | null = null) =>
  prepareOwnDatabase({ url: own, directUrl: own, adminUrl }, say);

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const thrown: unknown = await work.catch((error: unknown) => error);
  if (!(thrown instanceof Problem)) {
    throw new Error(`expected a problem, got ${thrown}`);
  }
  return thrown;
}

describe("a database of the user's own", () => {
  it("is migrated as its owner, and the apps log in as app_api, twice the same", async () => {
    const first = await prepare(url);
    expect(new URL(first.app).username).toBe("app_api");
    expect(first.admin).toBe(url);
    await expect(run(first.app, "select * from public.users")).rejects.toMatchObject({
      code: "42501",
    });
    expect(await prepare(url)).toEqual(first);
  });

  it("keeps the password that somebody else gave app_api", async () => {
    await prepare(url);
    await run(url, "alter role app_api password 'theirs'");
    const urls = await prepare(url);
    expect(urls.app).toBe(url);
    expect(said.join("\n")).toContain("app_api cannot log in");
    await run(withPart(url, { user: "app_api", password: "theirs" }), "select 1");
    await run(url, "alter role app_api password null");
  });

  it("is used as it is when the role may not migrate and the schema is there", async () => {
    await prepare(url);
    await run(url, "create role visitor login password 'x'");
    await run(url, "grant usage on schema public to visitor");
    const own = withPart(url, { user: "visitor", password: "x" });
    expect(await prepare(own)).toEqual({ app: own, direct: own, admin: null });
    expect(said.join("\n")).toContain("DATABASE_ADMIN_URL");
  });

  it("needs DATABASE_ADMIN_URL when the role may not make the schema, and takes it", async () => {
    await run(url, "create role stranger login password 'x'");
    const own = withPart(url, { user: "stranger", password: "x" });
    const problem = await problemOf(prepare(own));
    expect(problem.message).toContain("stranger");
    expect(problem.advice).toContain("DATABASE_ADMIN_URL");
    expect(await prepare(own, url)).toEqual({ app: own, direct: own, admin: url });
  });

  it("is named with its variable when it cannot be reached", async () => {
    const wrong = withPart(url, { password: "guess" });
    expect((await problemOf(prepare(wrong))).message).toContain("DATABASE_URL");
    const gone = "postgres://postgres:x@127.0.0.1:1/nothing";
    expect((await problemOf(prepare(url, gone))).message).toContain("DATABASE_ADMIN_URL");
  });
});
