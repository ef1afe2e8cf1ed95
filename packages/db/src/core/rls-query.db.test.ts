import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { pgFailure } from "./errors.ts";
import type { Identity } from "./rls-query.ts";
import { queryAs } from "./rls-query.ts";

const client = new pg.Client({ connectionString: inject("appUrl") });
beforeAll(() => client.connect());
afterAll(() => client.end());

const sub = randomUUID();
const member: Identity = {
  role: "authenticated",
  claims: JSON.stringify({ sub, role: "authenticated" }),
  statementTimeout: 1234,
};

const settings = `select current_setting('role') as role, current_user::text as name,
  nullif(current_setting('request.jwt.claims', true), '') as claims,
  current_setting('statement_timeout') as timeout`;

async function fails(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => pgFailure(error)?.code,
  );
}

const inside = {
  role: "authenticated",
  name: "authenticated",
  claims: member.claims,
  timeout: "1234ms",
};

describe("a statement that brings its identity along", () => {
  it("carries role, claims and time limit, and leaves the connection as it was", async () => {
    const before = (await client.query(settings)).rows;
    expect((await queryAs(client, member, settings, [])).rows).toEqual([inside]);
    expect((await client.query(settings)).rows).toEqual(before);
    expect(before).toMatchObject([{ role: "none", name: "app_api", claims: null }]);
  });

  it("leaves nothing behind after errors at each step of the protocol", async () => {
    const before = (await client.query(settings)).rows;
    const unprintable = {
      toPostgres: () => {
        throw new Error("no value");
      },
    };
    expect(await fails(queryAs(client, member, "select nonsense", []))).toBe("42703");
    expect(await fails(queryAs(client, member, "select $1::uuid", ["no uuid"]))).toBe("22P02");
    expect(await fails(queryAs(client, member, "select 1/0", []))).toBe("22012");
    await expect(queryAs(client, member, "select $1::text", [unprintable])).rejects.toThrow(
      "no value",
    );
    expect((await client.query(settings)).rows).toEqual(before);
  });

  it("is refused when the role may not be taken on", async () => {
    const forged = { ...member, role: JSON.parse('"postgres"') };
    expect(await fails(queryAs(client, forged, "select 1", []))).toBe("42501");
  });

  it("gives rows, fields and counts of the statement alone", async () => {
    const result = await queryAs(
      client,
      member,
      "select n from generate_series(1, $1::int) n",
      [3],
    );
    expect(result).toMatchObject({
      command: "SELECT",
      rowCount: 3,
      rows: [{ n: 1 }, { n: 2 }, { n: 3 }],
    });
    expect(result.fields.map((field) => field.name)).toEqual(["n"]);
    expect((await queryAs(client, member, "", [])).rows).toEqual([]);
  });

  it("lasts from begin to rollback or commit, also over an error", async () => {
    const before = (await client.query(settings)).rows;
    for (const end of ["commit", "rollback"]) {
      await queryAs(client, member, "begin", []);
      expect((await client.query(settings)).rows).toEqual([inside]);
      await client.query(end);
      expect((await client.query(settings)).rows).toEqual(before);
    }
    await queryAs(client, member, "begin", []);
    expect(await fails(client.query("select 1/0"))).toBe("22012");
    expect((await client.query("commit")).command).toBe("ROLLBACK");
    expect((await client.query(settings)).rows).toEqual(before);
  });
});
