import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { databaseDirectUrl } from "../core/env.ts";
import { pgCode, pgFailure } from "../core/errors.ts";
import { asMember, asOperator } from "../core/identity.ts";
import { closePool } from "../core/pool.ts";
import { adminQuery, makePerson } from "../core/test-people.ts";

afterAll(() => closePool());

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => pgFailure(error)?.code ?? String(error),
  );
}

describe("the audit trail", () => {
  it("is never changed or removed, even by the service, and outlives the account", async () => {
    const ada = await makePerson();
    const action = `test:${randomUUID()}`;
    await asOperator({ actorId: ada.sub, reason: action }, async () => undefined);
    const arrange = { actorId: null, reason: "test:tamper" };
    expect(
      await codeOf(
        asOperator(arrange, (db) =>
          db.updateTable("audit_logs").set({ action: "x" }).where("action", "=", action).execute(),
        ),
      ),
    ).toBe(pgCode.restrictViolation);
    expect(
      await codeOf(
        asOperator(arrange, (db) =>
          db.deleteFrom("audit_logs").where("action", "=", action).execute(),
        ),
      ),
    ).toBe(pgCode.restrictViolation);
    expect(await codeOf(adminQuery("truncate public.audit_logs"))).toBe(pgCode.restrictViolation);

    await adminQuery("delete from public.users where id = $1", [ada.sub]);
    const rows = await adminQuery(
      "select action, user_id from public.audit_logs where action = $1",
      [action],
    );
    expect(rows).toEqual([{ action, user_id: null }]);
  });

  it("is written by no member and read by security staff alone", async () => {
    const ada = await makePerson();
    const staff = await makePerson({ role: "admin" });
    const forge = asMember(ada, (db) =>
      sql`insert into audit_logs (action, entity_type) values ('forged', 'system')`.execute(db),
    );
    expect(await codeOf(forge)).toBe(pgCode.insufficientPrivilege);
    const read = (claims: typeof ada) =>
      asMember(claims, (db) => db.selectFrom("audit_logs").select("id").limit(1).execute());
    await asOperator({ actorId: null, reason: "test:seen" }, async () => undefined);
    expect(await read(ada)).toEqual([]);
    expect(await read(staff)).toHaveLength(1);
  });
});

describe("the outbox", () => {
  it("tells listeners after the commit, and nothing after a rollback", async () => {
    const listener = new pg.Client({ connectionString: databaseDirectUrl() });
    await listener.connect();
    const heard: string[] = [];
    listener.on("notification", (message) => heard.push(message.payload ?? ""));
    await listener.query("listen app");
    const arrange = { actorId: null, reason: "test:publish" };
    const topic = `test:${randomUUID()}`;
    await asOperator(arrange, async (db) => {
      await sql`select app.publish(${topic})`.execute(db);
      throw new Error("stop");
    }).catch(() => undefined);
    await asOperator(arrange, (db) => sql`select app.publish(${topic}, '{"n": 1}')`.execute(db));
    const rows = await adminQuery<{ id: string; payload: unknown }>(
      "select id, payload from public.outbox where topic = $1",
      [topic],
    );
    await expect.poll(() => heard, { timeout: 5000 }).toContain(rows[0]?.id);
    await listener.end();
    expect(rows.map((row) => row.payload)).toEqual([{ n: 1 }]);
  });

  it("takes nothing from members", async () => {
    const ada = await makePerson();
    const shout = asMember(ada, (db) => sql`select app.publish('post.created')`.execute(db));
    expect(await codeOf(shout)).toBe(pgCode.insufficientPrivilege);
  });
});

describe("the rate limit", () => {
  it("counts each of many hits at once exactly once", async () => {
    const identifier = `test:${randomUUID()}`;
    const counts = await Promise.all(
      Array.from({ length: 20 }, () =>
        asOperator({ actorId: null, reason: "test:hit" }, async (db) => {
          const { rows } = await sql<{
            count: number;
          }>`select app.count_hit(${identifier}, 86400) as count`.execute(db);
          return rows[0]?.count;
        }),
      ),
    );
    expect(counts.sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });
});
