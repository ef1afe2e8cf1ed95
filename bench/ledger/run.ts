import { randomUUID } from "node:crypto";
import { asJob } from "@neothink/db/core/identity";
import { migrate } from "@neothink/db/core/migrate";
import { closePool, openPool } from "@neothink/db/core/pool";
import { lockMembers } from "@neothink/db/tokens/accounts";
import { insertEntries } from "@neothink/db/tokens/entries";
import { startTestPostgres } from "@neothink/local/postgres/test-postgres";
import pg from "pg";
import { type Load, loadOfSamples } from "../core/load.ts";
import { measurePgbench } from "../core/pgbench.ts";
import { describeMachine, type Measured, toMarkdown } from "../core/table.ts";
import { growLedger, memberCount, memberId } from "./data.ts";

const sizes = process.argv.slice(2).map(Number);
const rowCounts = sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000];
const effort = { callers: 8, seconds: 6 };

const server = await startTestPostgres();
const results: Measured[] = [];
try {
  await migrate(server.adminUrl);
  openPool(server.adminUrl);
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  for (const rows of rowCounts) {
    await growLedger(client, rows);
    const measured = await measure(rows);
    results.push(...measured);
    console.error(toMarkdown(measured));
  }
  const { rows: differences } = await client.query("select * from app.balance_differences()");
  console.error(`${differences.length} balances differ from the replay of the ledger.`);
  await client.end();
} finally {
  await closePool();
  await server.close();
}
console.log(
  `${describeMachine()}; ${effort.callers} callers; durability off.\n\n${toMarkdown(results)}`,
);

async function measure(rows: number): Promise<Measured[]> {
  const spread = await drive(() => post(anyone(), anyone()));
  // Everybody tips the same member: each posting waits for the one before.
  const contended = await drive(() => post(anyone(), memberId(1)));
  const pool = new pg.Pool({ connectionString: server.adminUrl, max: effort.callers });
  const plain = await drive(() => plainInsert(pool));
  await pool.end();
  const pgbench = await measurePgbench(
    server.adminUrl,
    `insert into public.bench_plain_entries (token, amount, debit, credit, idempotency_key)
     values ('LUCK', 1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid()::text)`,
    effort,
  );
  return [
    { rows, subject: "transfer between random members (lock, entry, two balances)", ...spread },
    { rows, subject: "transfer to one and the same member", ...contended },
    { rows, subject: "plain insert through pg, no balances", ...plain },
    ...(pgbench ? [{ rows, subject: "plain insert through pgbench", ...pgbench }] : []),
  ];
}

function anyone(): string {
  return memberId(1 + Math.floor(Math.random() * memberCount));
}

/** One movement the way the rules make it: members locked in order, then the entry with its balances. */
async function post(from: string, to: string): Promise<void> {
  if (from === to) {
    return;
  }
  await asJob(async (db) => {
    await lockMembers(db, [from, to]);
    await insertEntries(db, [
      {
        userId: from,
        persona: "hub",
        site: "hub",
        eventType: "transfer",
        tokenType: "LUCK",
        amount: "0.000001",
        debitAccount: from,
        creditAccount: to,
        idempotencyKey: `bench:${randomUUID()}`,
      },
    ]);
  });
}

async function plainInsert(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into public.bench_plain_entries (token, amount, debit, credit, idempotency_key)
     values ('LUCK', 1, $1, $2, $3)`,
    [anyone(), anyone(), randomUUID()],
  );
}

/** A closed loop of callers for some seconds after a warm-up of a third of them. */
async function drive(call: () => Promise<void>): Promise<Load> {
  await loop(call, effort.seconds / 3);
  const { samples, failures } = await loop(call, effort.seconds);
  return { ...loadOfSamples(samples, effort.seconds), failures };
}

async function loop(
  call: () => Promise<void>,
  seconds: number,
): Promise<{ samples: number[]; failures: number }> {
  const until = performance.now() + seconds * 1000;
  const samples: number[] = [];
  let failures = 0;
  await Promise.all(
    Array.from({ length: effort.callers }, async () => {
      while (performance.now() < until) {
        const before = performance.now();
        try {
          await call();
          samples.push(performance.now() - before);
        } catch {
          failures += 1;
        }
      }
    }),
  );
  return { samples, failures };
}
