import { asMember } from "@neothink/db/core/identity";
import { migrate } from "@neothink/db/core/migrate";
import { closePool, openPool } from "@neothink/db/core/pool";
import { type LeaderboardFilter, listLeaders } from "@neothink/db/tokens/leaderboard";
import { startTestPostgres } from "@neothink/local/postgres/test-postgres";
import pg from "pg";
import { type Load, loadOfSamples } from "../core/load.ts";
import { describeMachine, type Measured, toMarkdown } from "../core/table.ts";
import { growAwards, readerId } from "./data.ts";

const sizes = process.argv.slice(2).map(Number);
const rowCounts = sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000];
const effort = { callers: 8, seconds: 5 };
const filter: LeaderboardFilter = {
  period: "week",
  tokenType: "LUCK",
  site: null,
  category: null,
  teamId: null,
  limit: 50,
};

// The baseline: the same places summed from the ledger each time, as one would without kept scores.
const fromLedger = `select credit_account, sum(amount) as amount, rank() over (order by sum(amount) desc)
  from public.gamification_events
  where token_type = 'LUCK' and debit_account = '00000000-0000-4000-8000-000000000001'
    and simulation_run_id is null and created_at >= $1
  group by 1 order by 2 desc limit 50`;

const server = await startTestPostgres();
const results: Measured[] = [];
try {
  await migrate(server.adminUrl);
  openPool(server.adminUrl);
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  for (const rows of rowCounts) {
    await growAwards(client, rows);
    const measured = await measure(rows);
    results.push(...measured);
    console.error(toMarkdown(measured));
  }
  await client.end();
} finally {
  await closePool();
  await server.close();
}
console.log(`${describeMachine()}; ${effort.callers} callers.\n\n${toMarkdown(results)}`);

async function measure(rows: number): Promise<Measured[]> {
  const week = await drive(() => leaders("week"));
  const all = await drive(() => leaders("all"));
  const pool = new pg.Pool({ connectionString: server.adminUrl, max: effort.callers });
  const sumWeek = await drive(() => pool.query(fromLedger, [daysAgo(7)]));
  const sumAll = await drive(() => pool.query(fromLedger, [daysAgo(5000)]));
  await pool.end();
  return [
    { rows, subject: "leaderboard of the week, in the member's identity", ...week },
    { rows, subject: "the same summed from the ledger, plain pg", ...sumWeek },
    { rows, subject: "leaderboard of all time, in the member's identity", ...all },
    { rows, subject: "the same summed from the ledger, plain pg, all time", ...sumAll },
  ];
}

function daysAgo(days: number): Date {
  return new Date(Date.now() - days * 86_400_000);
}

async function leaders(period: LeaderboardFilter["period"]): Promise<unknown> {
  return asMember({ sub: readerId, role: "authenticated" }, (db) =>
    listLeaders(db, readerId, { ...filter, period }),
  );
}

/** Calls `work` from several callers at once for a while, and gives how long each call took. */
async function drive(work: () => Promise<unknown>): Promise<Load> {
  const samples: number[] = [];
  let failures = 0;
  const started = performance.now();
  const end = started + effort.seconds * 1000;
  await Promise.all(
    Array.from({ length: effort.callers }, async () => {
      while (performance.now() < end) {
        const begun = performance.now();
        try {
          await work();
          samples.push(performance.now() - begun);
        } catch {
          failures += 1;
        }
      }
    }),
  );
  return { ...loadOfSamples(samples, (performance.now() - started) / 1000), failures };
}
