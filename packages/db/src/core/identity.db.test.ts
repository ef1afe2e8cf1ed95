import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { pgCode, pgFailure } from "./errors.ts";
import type { Claims, Db } from "./identity.ts";
import { asMember, asOperator, asSystem, asVisitor, inTransaction } from "./identity.ts";
import { closePool, rlsPool } from "./pool.ts";
import { countStatements } from "./statements.ts";

const schema = `identity_${randomBytes(4).toString("hex")}`;
const notes = sql.table(`${schema}.notes`);
const admin = new pg.Client({ connectionString: inject("databaseUrl") });

beforeAll(async () => {
  await admin.connect();
  await admin.query(`
    create schema ${schema};
    grant usage on schema ${schema} to anon, authenticated, service_role;
    create table ${schema}.notes (id uuid primary key, owner uuid not null, body text not null);
    alter table ${schema}.notes enable row level security;
    alter table ${schema}.notes force row level security;
    grant select, insert, update on ${schema}.notes to authenticated;
    grant all on ${schema}.notes to service_role;
    create policy own on ${schema}.notes to authenticated
      using ((select auth.uid()) = owner) with check ((select auth.uid()) = owner);`);
});

afterAll(async () => {
  await closePool();
  await admin.query(`drop schema ${schema} cascade`);
  await admin.end();
});

function person(): Claims {
  return { sub: randomUUID(), role: "authenticated" };
}

async function write(db: Db, owner: string, body: string): Promise<void> {
  await sql`insert into ${notes} (id, owner, body) values (${randomUUID()}, ${owner}, ${body})`.execute(
    db,
  );
}

async function read(db: Db): Promise<string[]> {
  const { rows } = await sql<{ body: string }>`select body from ${notes} order by body`.execute(db);
  return rows.map((row) => row.body);
}

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => pgFailure(error)?.code,
  );
}

describe("a statement with its identity", () => {
  it("sees the rows of its member and of nobody else", async () => {
    const [ada, bob] = [person(), person()];
    await asMember(ada, (db) => write(db, ada.sub, "ada's"));
    await asMember(bob, (db) => write(db, bob.sub, "bob's"));
    expect(await asMember(ada, read)).toEqual(["ada's"]);
    expect(await asMember(bob, read)).toEqual(["bob's"]);
  });

  it("is refused with 42501 when it writes for another", async () => {
    const [ada, bob] = [person(), person()];
    const denied = asMember(ada, (db) => write(db, bob.sub, "forged"));
    expect(await codeOf(denied)).toBe(pgCode.insufficientPrivilege);
    expect(await asMember(bob, read)).toEqual([]);
  });

  it("is refused for a visitor who has no grant", async () => {
    expect(await codeOf(asVisitor(read))).toBe(pgCode.insufficientPrivilege);
  });

  it("takes one round trip, and a transaction one more each for begin and commit", async () => {
    const ada = person();
    const single = await countStatements(() => asMember(ada, read));
    expect(single.statements).toHaveLength(1);
    const both = await countStatements(() =>
      asMember(ada, (db) =>
        inTransaction(db, async (tx) => {
          await write(tx, ada.sub, "one");
          return inTransaction(tx, read);
        }),
      ),
    );
    expect(both.statements.map((text) => text.split(" ")[0])).toEqual([
      "begin",
      "insert",
      "select",
      "commit",
    ]);
    expect(both.result).toEqual(["one"]);
  });

  it("keeps 40 members apart who share ten connections", async () => {
    const people = Array.from({ length: 40 }, person);
    await Promise.all(people.map((one) => asMember(one, (db) => write(db, one.sub, one.sub))));
    const rounds = Array.from({ length: 10 }, () =>
      people.map(async (one) => ({ sub: one.sub, seen: await asMember(one, read) })),
    );
    for (const { sub, seen } of await Promise.all(rounds.flat())) {
      expect(seen).toEqual([sub]);
    }
  });

  it("ends a statement that runs longer than its role may", async () => {
    const { rows } = await asMember(person(), (db) =>
      sql<{ timeout: string }>`select current_setting('statement_timeout') as timeout`.execute(db),
    );
    expect(rows[0]?.timeout).toBe("15s");
    const slow = { role: "authenticated", claims: "{}", statementTimeout: 100 } as const;
    const client = await rlsPool(slow).connect();
    const code = await codeOf(client.query("select pg_sleep(3)", []));
    client.release();
    expect(code).toBe(pgCode.statementTimeout);
  });
});

describe("the login role by itself", () => {
  it("may do nothing: a query without identity is refused", async () => {
    const client = new pg.Client({ connectionString: inject("appUrl") });
    await client.connect();
    try {
      expect(await codeOf(client.query(`select * from ${schema}.notes`))).toBe(
        pgCode.insufficientPrivilege,
      );
    } finally {
      await client.end();
    }
  });

  it("is nobody again after an identity failed", async () => {
    const ada = person();
    expect(await codeOf(asMember(ada, (db) => sql`select 1/0`.execute(db)))).toBe("22012");
    const seen = await asVisitor((db) =>
      sql<{ sub: string | null; user: string }>`
        select auth.uid() as sub, current_user as user`.execute(db),
    );
    expect(seen.rows[0]).toEqual({ sub: null, user: "anon" });
  });
});

describe("transactions", () => {
  it("roll back whole when the work throws", async () => {
    const ada = person();
    const work = asMember(ada, (db) =>
      inTransaction(db, async (tx) => {
        await write(tx, ada.sub, "never");
        throw new Error("stop");
      }),
    );
    await expect(work).rejects.toThrow("stop");
    expect(await asMember(ada, read)).toEqual([]);
  });

  it("give the service's rights for the one block only, and the member's back after it", async () => {
    const [ada, bob] = [person(), person()];
    const role = async (db: Db) => {
      const { rows } = await sql<{ role: string; sub: string }>`
        select current_user as role, auth.uid() as sub`.execute(db);
      return rows[0];
    };
    await asMember(ada, (db) =>
      inTransaction(db, async (tx) => {
        const inside = await asSystem(tx, async (system) => {
          await write(system, bob.sub, "from the system");
          return role(system);
        });
        expect(inside).toEqual({ role: "service_role", sub: ada.sub });
        expect(await role(tx)).toEqual({ role: "authenticated", sub: ada.sub });
      }),
    );
    expect(await asMember(bob, read)).toEqual(["from the system"]);
  });

  it("refuse the service's rights outside a transaction", async () => {
    await expect(asMember(person(), (db) => asSystem(db, read))).rejects.toThrow("transaction");
  });

  it("record why an operator acted, and undo both together", async () => {
    const reason = `test:${randomUUID()}`;
    const bob = person();
    await asOperator({ actorId: null, reason }, (db) => write(db, bob.sub, "granted"));
    expect(await asMember(bob, read)).toEqual(["granted"]);
    const failing = asOperator({ actorId: null, reason: `${reason}:failed` }, async () => {
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    const { rows } = await admin.query<{ action: string }>(
      "select action from public.audit_logs where action like $1",
      [`${reason}%`],
    );
    expect(rows).toEqual([{ action: reason }]);
  });
});
