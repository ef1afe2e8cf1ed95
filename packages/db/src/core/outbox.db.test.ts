import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { databaseDirectUrl } from "./env.ts";
import { type Outbox, openOutbox } from "./outbox.ts";
import { closePool } from "./pool.ts";
import { adminQuery } from "./test-people.ts";

const open: Outbox[] = [];

function reader(): Outbox {
  const made = openOutbox(databaseDirectUrl());
  open.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((outbox) => outbox.close()));
});
afterAll(closePool);

async function publish(topic: string, count = 1): Promise<void> {
  await adminQuery(
    "select app.publish($1, jsonb_build_object('n', n)) from generate_series(1, $2::int) n",
    [topic, count],
  );
}

/** Collects what a reader hears of one topic. */
function hear(outbox: Outbox, topic: string): number[] {
  const heard: number[] = [];
  outbox.listen((event) => {
    if (event.topic === topic) {
      heard.push(Number(event.payload.n));
    }
  });
  return heard;
}

async function killListeners(): Promise<void> {
  await adminQuery(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'neothink_live' and datname = current_database()`,
  );
}

describe("the outbox", () => {
  it("is heard at once by every reader", async () => {
    const topic = `test:${randomUUID()}`;
    const readers = [reader(), reader()];
    await Promise.all(readers.map((outbox) => outbox.position()));
    const heard = readers.map((outbox) => hear(outbox, topic));
    await publish(topic, 3);
    for (const numbers of heard) {
      await expect.poll(() => numbers).toEqual([1, 2, 3]);
    }
  });

  it("loses and doubles nothing while connections are cut again and again", async () => {
    const topic = `test:${randomUUID()}`;
    const outbox = reader();
    await outbox.position();
    const heard = hear(outbox, topic);
    const total = 200;
    const writing = (async () => {
      for (let n = 1; n <= total; n += 1) {
        await adminQuery("select app.publish($1, jsonb_build_object('n', $2::int))", [topic, n]);
      }
    })();
    for (let cut = 0; cut < 6; cut += 1) {
      await new Promise((resolve) => setTimeout(resolve, 120));
      await killListeners();
    }
    await writing;
    await expect.poll(() => heard.length, { timeout: 15_000 }).toBe(total);
    expect(new Set(heard).size).toBe(total);
  });

  it("hears a transaction that commits after a later one", async () => {
    const topic = `test:${randomUUID()}`;
    const outbox = reader();
    await outbox.position();
    const heard = hear(outbox, topic);
    const slow = new pg.Client({ connectionString: databaseDirectUrl() });
    await slow.connect();
    await slow.query("begin");
    await slow.query("select app.publish($1, '{\"n\": 1}')", [topic]);
    await adminQuery("select app.publish($1, '{\"n\": 2}')", [topic]);
    await expect.poll(() => heard).toEqual([2]);
    const between = await outbox.position();
    await slow.query("commit");
    await slow.end();
    await expect.poll(() => heard).toEqual([2, 1]);

    // Who left in between is given the late one on return, and not the other one again.
    const { rows, complete } = await outbox.missed(between, await outbox.position(), [topic], 10);
    expect(complete).toBe(true);
    expect(rows.map((row) => row.payload.n)).toEqual([1]);
  });

  it("gives a process that starts later the late ones, too", async () => {
    const topic = `test:${randomUUID()}`;
    const slow = new pg.Client({ connectionString: databaseDirectUrl() });
    await slow.connect();
    await publish(topic);
    await slow.query("begin");
    await slow.query("select app.publish($1, '{\"n\": 7}')", [topic]);
    await publish(topic);
    const outbox = reader();
    await outbox.position();
    const heard = hear(outbox, topic);
    await slow.query("commit");
    await slow.end();
    await expect.poll(() => heard).toEqual([7]);
  });

  it("gives what was missed by topic, and says when that is not all", async () => {
    const [topic, other] = [`test:${randomUUID()}`, `test:${randomUUID()}`];
    const outbox = reader();
    const since = await outbox.position();
    const heard = hear(outbox, topic);
    await publish(other, 4);
    await publish(topic, 5);
    await expect.poll(() => heard).toHaveLength(5);
    const until = await outbox.position();
    const all = await outbox.missed(since, until, [topic], 10);
    expect(all).toMatchObject({ complete: true });
    expect(all.rows.map((row) => row.payload.n)).toEqual([1, 2, 3, 4, 5]);
    expect(await outbox.missed(since, until, [topic], 4)).toMatchObject({ complete: false });
    const ahead = { last: until.last + 1000, gaps: [] };
    expect(await outbox.missed(ahead, until, [topic], 4)).toMatchObject({ complete: false });
  });

  it("sends nothing of a transaction that was rolled back", async () => {
    const topic = `test:${randomUUID()}`;
    const outbox = reader();
    await outbox.position();
    const heard = hear(outbox, topic);
    const client = new pg.Client({ connectionString: databaseDirectUrl() });
    await client.connect();
    await client.query("begin");
    await client.query("select app.publish($1, '{\"n\": 1}')", [topic]);
    await client.query("rollback");
    await client.end();
    await publish(topic, 2);
    await expect.poll(() => heard).toEqual([1, 2]);
  });
});
