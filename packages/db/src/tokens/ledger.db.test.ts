import { randomUUID } from "node:crypto";
import fc from "fast-check";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { databaseDirectUrl } from "../core/env.ts";
import { pgFailure } from "../core/errors.ts";
import type { Claims, Db } from "../core/identity.ts";
import { asMember, asOperator, asSystem, asVisitor, inTransaction } from "../core/identity.ts";
import { closePool } from "../core/pool.ts";
import { adminQuery, makePerson } from "../core/test-people.ts";
import {
  BALANCE_CONSTRAINT,
  ENTRY_KEY_CONSTRAINT,
  lockMembers,
  systemAccount,
} from "./accounts.ts";
import { listBalanceDifferences, listBalances } from "./balances.ts";
import { insertEntries, listEntries, type NewEntry } from "./entries.ts";

afterAll(closePool);

function entry(change: Partial<NewEntry> & { userId: string }): NewEntry {
  return {
    persona: "hub",
    site: "hub",
    eventType: "grant",
    tokenType: "LUCK",
    amount: "10",
    debitAccount: systemAccount.issuance,
    creditAccount: change.userId,
    idempotencyKey: randomUUID(),
    ...change,
  };
}

async function post(claims: Claims, entries: readonly NewEntry[]): Promise<string[]> {
  return asMember(claims, (db) =>
    inTransaction(db, (tx) =>
      asSystem(tx, async (system) => {
        await lockMembers(
          system,
          entries.flatMap((each) => [each.debitAccount, each.creditAccount]),
        );
        return insertEntries(system, entries);
      }),
    ),
  );
}

async function balance(claims: Claims, token = "LUCK"): Promise<string> {
  const rows = await asMember(claims, (db) => listBalances(db, claims.sub));
  return rows.find((row) => row.tokenType === token)?.balance ?? "0";
}

async function differences() {
  return asOperator({ actorId: null, reason: "ledger:check" }, listBalanceDifferences);
}

async function failureOf(work: Promise<unknown>) {
  return work.then(
    () => null,
    (error: unknown) => pgFailure(error),
  );
}

describe("the ledger", () => {
  it("moves an amount from one account to another", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    await post(ada, [entry({ userId: ada.sub, amount: "10.5" })]);
    await post(ada, [
      entry({
        userId: ada.sub,
        eventType: "tip",
        amount: "3.000001",
        debitAccount: ada.sub,
        creditAccount: bob.sub,
      }),
    ]);
    expect(await balance(ada)).toBe("7.499999");
    expect(await balance(bob)).toBe("3.000001");
  });

  it("takes a key once", async () => {
    const ada = await makePerson();
    const same = entry({ userId: ada.sub });
    await post(ada, [same]);
    expect((await failureOf(post(ada, [same])))?.constraint).toBe(ENTRY_KEY_CONSTRAINT);
    expect(await balance(ada)).toBe("10");
  });

  it("refuses a negative amount, an equal pair of accounts, and a spend of what is not there", async () => {
    const ada = await makePerson();
    const spend = { userId: ada.sub, debitAccount: ada.sub, creditAccount: systemAccount.sink };
    const refused = [
      entry({ userId: ada.sub, amount: "-1" }),
      entry({ userId: ada.sub, debitAccount: ada.sub }),
      entry({ ...spend, amount: "0.000001" }),
    ];
    const constraints = [];
    for (const each of refused) {
      constraints.push((await failureOf(post(ada, [each])))?.constraint);
    }
    expect(constraints).toEqual([
      "gamification_events_amount_check",
      "gamification_events_accounts_check",
      BALANCE_CONSTRAINT,
    ]);
  });

  it("is append-only, even for its owner", async () => {
    const ada = await makePerson();
    const [id] = await post(ada, [entry({ userId: ada.sub })]);
    const tries = [
      ["update gamification_events set amount = 99 where id = $1", [id]],
      ["update gamification_events set user_id = null, amount = 1 where id = $1", [id]],
      ["delete from gamification_events where id = $1", [id]],
      ["truncate gamification_events cascade", []],
    ] as const;
    for (const [text, values] of tries) {
      expect((await failureOf(adminQuery(text, values)))?.code).toBe("23001");
    }
    expect(await balance(ada)).toBe("10");
  });

  it("outlives an erased account without its name", async () => {
    const ada = await makePerson();
    const [id] = await post(ada, [entry({ userId: ada.sub })]);
    await adminQuery("delete from users where id = $1", [ada.sub]);
    const [row] = await adminQuery(
      "select user_id, credit_account, amount::float as amount from gamification_events where id = $1",
      [id],
    );
    expect(row).toEqual({ user_id: null, credit_account: ada.sub, amount: 10 });
  });

  it("keeps simulated movements out of the balances", async () => {
    const ada = await makePerson();
    await adminQuery(
      `insert into gamification_events (user_id, persona, site, event_type, token_type, amount,
         debit_account, credit_account, idempotency_key, simulation_run_id)
       values ($1::uuid, 'hub', 'hub', 'reward', 'LUCK', 5, $2, $1::uuid, $3, 'run-1')`,
      [ada.sub, systemAccount.issuance, randomUUID()],
    );
    expect(await balance(ada)).toBe("0");
    expect(await asMember(ada, (db) => listEntries(db, { accountId: ada.sub, limit: 10 }))).toEqual(
      [],
    );
  });
});

const guardedTables = [
  "gamification_events",
  "token_balances",
  "token_accounts",
  "user_actions",
  "member_streaks",
  "fibonacci_token_rewards",
  "collaboration_bonuses",
  "referrals",
  "referral_bonuses",
  "participation",
  "user_badges",
  "badge_events",
  "user_achievements",
  "token_conversions",
  "token_sinks",
  "token_sink_purchases",
  "site_settings",
  "action_weights",
  "award_holds",
  "census_snapshots",
] as const;

describe("members and visitors", () => {
  it.each(guardedTables)("cannot write %s", async (table) => {
    const ada = await makePerson();
    const [row] = await adminQuery<{ name: string }>(
      `select column_name as name from information_schema.columns
       where table_schema = 'public' and table_name = $1 order by ordinal_position desc limit 1`,
      [table],
    );
    const column = row?.name ?? "id";
    const client = new pg.Client({ connectionString: databaseDirectUrl() });
    await client.connect();
    try {
      for (const role of ["authenticated", "anon"]) {
        for (const sql of [
          `insert into ${table} default values`,
          `update ${table} set ${column} = ${column}`,
          `delete from ${table}`,
        ]) {
          await client.query("begin");
          await client.query("select set_config('request.jwt.claims', $1, true)", [
            JSON.stringify({ sub: ada.sub, role }),
          ]);
          await client.query(`set local role ${role}`);
          expect((await failureOf(client.query(sql)))?.code).toBe("42501");
          await client.query("rollback");
        }
      }
    } finally {
      await client.end();
    }
  });

  it("read their own movements and nobody else's", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    await post(ada, [entry({ userId: ada.sub })]);
    const read = (db: Db) => listEntries(db, { accountId: ada.sub, limit: 10 });
    expect(await asMember(ada, read)).toHaveLength(1);
    expect(await asMember(bob, read)).toHaveLength(0);
    expect(await asMember(bob, (db) => listBalances(db, ada.sub))).toEqual([]);
    expect((await failureOf(asVisitor(read)))?.code).toBe("42501");
  });

  it("page through both sides of their account without gaps", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    await post(ada, [entry({ userId: ada.sub, amount: "100" })]);
    for (let n = 1; n <= 5; n += 1) {
      const [debitAccount, creditAccount] = n % 2 ? [ada.sub, bob.sub] : [bob.sub, ada.sub];
      await post(ada, [
        entry({ userId: ada.sub, eventType: "tip", amount: "1", debitAccount, creditAccount }),
      ]);
    }
    const seen: string[] = [];
    let after: { at: string; id: string } | undefined;
    for (;;) {
      const page = await asMember(ada, (db) =>
        listEntries(db, { accountId: ada.sub, after, limit: 2 }),
      );
      seen.push(...page.map((row) => row.change));
      const last = page.at(-1);
      if (!last) {
        break;
      }
      after = { at: last.cursorAt, id: last.id };
    }
    expect(seen).toEqual(["-1", "1", "-1", "1", "-1", "100"]);
  });
});

describe("balances under load", () => {
  it("never fall below zero when two hundred spends meet enough for fifty", async () => {
    const ada = await makePerson();
    await post(ada, [entry({ userId: ada.sub, amount: "50" })]);
    const spend = () =>
      entry({
        userId: ada.sub,
        eventType: "spend",
        amount: "1",
        debitAccount: ada.sub,
        creditAccount: systemAccount.sink,
      });
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, () => post(ada, [spend()])),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(50);
    for (const result of results) {
      if (result.status === "rejected") {
        expect(pgFailure(result.reason)?.constraint).toBe(BALANCE_CONSTRAINT);
      }
    }
    expect(await balance(ada)).toBe("0");
    expect(await differences()).toEqual([]);
  });

  it("equal a replay of the ledger after any random transfers at once, and sum to nothing", async () => {
    const members = [await makePerson(), await makePerson(), await makePerson()];
    const index = fc.nat({ max: members.length - 1 });
    const transfers = fc.array(
      fc.record({
        from: index,
        to: index,
        token: fc.constantFrom("LUCK", "LIVE", "LOVE", "LIFE"),
        micros: fc.integer({ min: 1, max: 40_000_000 }),
      }),
      { minLength: 5, maxLength: 30 },
    );
    for (const member of members) {
      await post(
        member,
        ["LUCK", "LIVE", "LOVE", "LIFE"].map((tokenType) =>
          entry({ userId: member.sub, tokenType, amount: "20" }),
        ),
      );
    }
    await fc.assert(
      fc.asyncProperty(transfers, async (list) => {
        await Promise.allSettled(
          list.map(({ from, to, token, micros }) => {
            const [giver, taker] = [members[from], members[to]];
            if (!giver || !taker || from === to) {
              return undefined;
            }
            return post(giver, [
              entry({
                userId: giver.sub,
                eventType: "transfer",
                tokenType: token,
                amount: (micros / 1_000_000).toFixed(6),
                debitAccount: giver.sub,
                creditAccount: taker.sub,
              }),
            ]);
          }),
        );
        expect(await differences()).toEqual([]);
        const [total] = await adminQuery<{ held: string; lowest: string }>(
          `select trim_scale(sum(balance))::text as held, (min(balance) >= 0)::text as lowest
           from token_balances where account_id = any ($1)`,
          [members.map((member) => member.sub)],
        );
        expect(total).toEqual({ held: "240", lowest: "true" });
      }),
      { numRuns: 8 },
    );
    const sums = await adminQuery<{ total: string }>(
      "select trim_scale(sum(balance))::text as total from token_balances_replayed group by token_type",
    );
    expect(sums.every((row) => row.total === "0")).toBe(true);
  });
});
