import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import pg from "pg";
import { type Load, measureLoad } from "../core/load.ts";
import { type BenchPlatform, startBenchPlatform } from "../core/platform.ts";
import { describeMachine, type Measured, toMarkdown } from "../core/table.ts";
import { growIndex, words } from "./data.ts";

const sizes = [10_000, 100_000, 1_000_000];
const effort = { callers: 8, seconds: 6 };

/** What our search asks the database for its first page of hits, with the rights of the asker. */
const hits = `select content_id, excerpt, rank
  from app.search_things(array[$1], types => array['post', 'discussion_topic'])`;

/** What one writes who has an index and no rights: no beginnings, no marks, no freshness. */
const fullText = `select content_id, content from public.search_vectors
  where search_vector @@ plainto_tsquery('app.stems', $1)
  order by ts_rank(search_vector, plainto_tsquery('app.stems', $1)) desc limit 20`;

/** What one writes who has no index. */
const pattern = `select id, content from public.posts
  where content ilike '%' || $1 || '%' order by created_at desc limit 20`;

const bench = await startBenchPlatform();
const results: Measured[] = [];
try {
  const client = new pg.Client({ connectionString: bench.adminUrl });
  await client.connect();
  await client.query(
    `insert into public.platform_access (user_id, platform_slug, source)
     select $1, slug, 'comp' from unnest(array['hub','ascenders','neothinkers','immortals']) slug
     on conflict do nothing`,
    [bench.member.id],
  );
  for (const rows of sizes) {
    await growIndex(client, rows);
    const measured = await measure(bench, rows);
    results.push(...measured);
    console.error(toMarkdown(measured));
  }
  await client.end();
} finally {
  await bench.stop();
}
console.log(`${describeMachine()}; ${effort.callers} callers.\n\n${toMarkdown(results)}`);

async function measure(bench: BenchPlatform, rows: number): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const [kind, word] of Object.entries(words)) {
    const input = encodeURIComponent(JSON.stringify({ json: { q: `${word} ` } }));
    const procedure = await measureLoad(
      {
        url: `${bench.origin}/api/trpc/search.query?input=${input}`,
        headers: { cookie: bench.member.cookie },
      },
      effort,
    );
    measured.push(
      { rows, subject: `${kind} word: search.query over HTTP`, ...procedure },
      { rows, subject: `${kind} word: its hits alone, bare`, ...(await bare(bench, hits, word)) },
      {
        rows,
        subject: `${kind} word: plain full text, bare, no rights`,
        ...(await bare(bench, fullText, word)),
      },
      {
        rows,
        subject: `${kind} word: ilike, bare, no rights`,
        ...(await bare(bench, pattern, word)),
      },
    );
  }
  return measured;
}

/** The statement served by a bare `node:http` and `pg` server, as the bench's member. */
async function bare(
  { adminUrl, member }: BenchPlatform,
  text: string,
  word: string,
): Promise<Load> {
  const claims = JSON.stringify({ sub: member.id, role: "authenticated" });
  const asMember = new URL(adminUrl);
  asMember.searchParams.set("options", `-c request.jwt.claims=${claims}`);
  const server = fork(join(import.meta.dirname, "../feed/bare-server.ts"));
  try {
    server.send({ connectionString: asMember.href, text, values: [word] });
    const [port] = await once(server, "message");
    return await measureLoad({ url: `http://127.0.0.1:${port}/` }, effort);
  } finally {
    server.kill();
  }
}
