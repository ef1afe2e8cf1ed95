import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { listPosts } from "@neothink/db/community/posts";
import { asMember } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { countStatements } from "@neothink/db/core/statements";
import pg from "pg";
import { pointToDatabase } from "../core/env.ts";
import { measureLoad } from "../core/load.ts";
import { measurePgbench } from "../core/pgbench.ts";
import { type BenchPlatform, startBenchPlatform } from "../core/platform.ts";
import { describeMachine, type Measured, toMarkdown } from "../core/table.ts";
import { growFeed } from "./data.ts";

const sizes = [10_000, 100_000, 1_000_000];
const effort = { callers: 8, seconds: 6 };
const page = 21;

const bench = await startBenchPlatform();
const results: Measured[] = [];
try {
  const client = new pg.Client({ connectionString: bench.adminUrl });
  await client.connect();
  await client.query(
    "update public.profiles set subscription_tier = 'superachiever', subscription_status = 'active' where id = $1",
    [bench.member.id],
  );
  const text = await feedStatement(bench);
  for (const rows of sizes) {
    await growFeed(client, rows);
    results.push(...(await measure(bench, rows, text)));
    console.error(toMarkdown(results.slice(-3)));
  }
  await client.end();
} finally {
  await closePool();
  await bench.stop();
}
console.log(`${describeMachine()}; ${effort.callers} callers.\n\n${toMarkdown(results)}`);

/** The SQL text that the feed's first page sends; its parameters are the platform and the page. */
async function feedStatement({ appUrl, member }: BenchPlatform): Promise<string> {
  pointToDatabase(appUrl);
  const { statements } = await countStatements(() =>
    asMember({ sub: member.id, role: "authenticated" }, (db) =>
      listPosts(db, { platform: "hub", limit: page }),
    ),
  );
  const [text] = statements;
  if (statements.length !== 1 || text === undefined) {
    throw new Error(`The feed sent ${statements.length} statements instead of one.`);
  }
  return text;
}

async function measure(bench: BenchPlatform, rows: number, text: string): Promise<Measured[]> {
  const input = encodeURIComponent(JSON.stringify({ json: { platform: "hub", limit: page - 1 } }));
  const procedure = await measureLoad(
    {
      url: `${bench.origin}/api/trpc/community.posts.list?input=${input}`,
      headers: { cookie: bench.member.cookie },
    },
    effort,
  );

  // The statement reads who is asking from this setting; the superuser passes every policy.
  // No space after -c: pgbench would not decode it.
  const claims = JSON.stringify({ sub: bench.member.id, role: "authenticated" });
  const asReader = new URL(bench.adminUrl);
  asReader.searchParams.set("options", `-crequest.jwt.claims=${claims}`);
  const bare = fork(join(import.meta.dirname, "bare-server.ts"));
  bare.send({ connectionString: asReader.href, text, values: ["hub", page] });
  const [port] = await once(bare, "message");
  const plain = await measureLoad({ url: `http://127.0.0.1:${port}/` }, effort);
  bare.kill();

  const inlined = text.replaceAll("$1", "'hub'").replaceAll("$2", String(page));
  const pgbench = await measurePgbench(asReader.href, inlined, effort);
  return [
    { rows, subject: "feed procedure over HTTP (Next, tRPC, policies)", ...procedure },
    { rows, subject: "same SQL, bare node:http + pg, no policies", ...plain },
    ...(pgbench ? [{ rows, subject: "same SQL, pgbench, no policies", ...pgbench }] : []),
  ];
}
