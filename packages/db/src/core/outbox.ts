import type pg from "pg";
import { z } from "zod";
import { databaseDirectUrl } from "./env.ts";
import { connectListener, type Listener } from "./outbox-connection.ts";
import { advance, type OutboxPosition } from "./outbox-position.ts";

/** One piece of news as it was published. */
export interface OutboxRow {
  readonly id: number;
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** News as it arrives, and where reading stands with it. */
export interface OutboxEvent extends OutboxRow {
  readonly position: OutboxPosition;
}

/** What was published while somebody was away. */
export interface Missed {
  readonly rows: readonly OutboxRow[];
  /** False when some of it is gone or it is more than was asked for: what is shown must be read anew. */
  readonly complete: boolean;
}

/** The news of the whole database, as this process hears them. */
export interface Outbox {
  /** Where reading stands now. Waits for the first connection. */
  position(): Promise<OutboxPosition>;
  /** Calls `listener` with each row once, until the returned function is called. */
  listen(listener: (event: OutboxEvent) => void): () => void;
  /** Rows of these topics between two positions, at most `limit`, in the order of their numbers. */
  missed(
    since: OutboxPosition,
    until: OutboxPosition,
    topics: readonly string[],
    limit: number,
  ): Promise<Missed>;
  close(): Promise<void>;
}

const key = Symbol.for("neothink.db.outbox");

interface Held {
  readonly outbox: Outbox;
}

function held(value: unknown): value is Held {
  return typeof value === "object" && value !== null && "outbox" in value;
}

/** The one reader of this process, opened at first use. */
export function outbox(): Outbox {
  // Bundlers may load this module more than once in a process; the connection must stay one.
  const existing: unknown = Reflect.get(globalThis, key);
  if (held(existing)) {
    return existing.outbox;
  }
  const created = openOutbox(databaseDirectUrl());
  Reflect.set(globalThis, key, { outbox: created } satisfies Held);
  return created;
}

/** Closes the reader of this process, if there is one. */
export async function closeOutbox(): Promise<void> {
  const existing: unknown = Reflect.get(globalThis, key);
  Reflect.deleteProperty(globalThis, key);
  if (held(existing)) {
    await existing.outbox.close();
  }
}

const rowSchema = z.object({
  id: z.coerce.number(),
  topic: z.string(),
  payload: z.record(z.string(), z.unknown()).catch({}),
});

// A transaction may take as long as a job's statement; a number that is missing for longer was rolled back.
const gapLifetime = 150_000;
const batch = 1000;
// The net below notifications: one that was lost is found this much later.
const pollEvery = 10_000;

/** Opens a reader with a connection of its own; most callers want `outbox()`. */
export function openOutbox(connectionString: string): Outbox {
  const listeners = new Set<(event: OutboxEvent) => void>();
  const gapSince = new Map<number, number>();
  let position: OutboxPosition | null = null;
  let reading: Promise<void> | null = null;
  let readAgain = false;

  const listener: Listener = connectListener(connectionString, {
    onConnect: async (client) => {
      position ??= await startPosition(client);
      await readAll();
    },
    onNotify: () => void readAll(),
  });
  const poll = setInterval(() => void readAll(), pollEvery);
  poll.unref();

  /** Reads what is new; calls during a read make it look once more. */
  function readAll(): Promise<void> {
    readAgain = true;
    reading ??= (async () => {
      try {
        while (readAgain) {
          readAgain = false;
          readAgain = (await readBatch()) || readAgain;
        }
      } catch {
        // The connection is replaced, and its successor begins with a read.
      } finally {
        reading = null;
      }
    })();
    return reading;
  }

  async function readBatch(): Promise<boolean> {
    const client = listener.current();
    if (!client || !position) {
      return false;
    }
    const { rows } = await client.query(
      `select id, topic, payload from public.outbox where id > $1
       union all select id, topic, payload from public.outbox where id = any ($2::bigint[])
       order by id limit ${batch}`,
      [position.last, position.gaps],
    );
    for (const raw of rows) {
      take(rowSchema.parse(raw));
    }
    forgetOldGaps();
    return rows.length === batch;
  }

  function take(row: OutboxRow): void {
    const next = position && advance(position, row.id);
    if (!next) {
      return;
    }
    position = next;
    for (const notify of listeners) {
      notify({ ...row, position: next });
    }
  }

  function forgetOldGaps(): void {
    if (!position) {
      return;
    }
    const now = Date.now();
    const gaps = position.gaps.filter((gap) => {
      const since = gapSince.get(gap) ?? now;
      gapSince.set(gap, since);
      return now - since < gapLifetime;
    });
    const open = new Set(gaps);
    for (const gap of gapSince.keys()) {
      if (!open.has(gap)) {
        gapSince.delete(gap);
      }
    }
    position = { last: position.last, gaps };
  }

  return {
    position: async () => {
      await listener.connected();
      return position ?? { last: 0, gaps: [] };
    },
    listen: (notify) => {
      listeners.add(notify);
      return () => void listeners.delete(notify);
    },
    missed: async (since, until, topics, limit) =>
      readMissed(await listener.connected(), { since, until, topics, limit }),
    close: async () => {
      clearInterval(poll);
      await listener.close();
    },
  };
}

/** The end of the outbox as it is now, with the numbers of late that have not come yet. */
async function startPosition(client: pg.Client): Promise<OutboxPosition> {
  const { rows } = await client.query<{ last: string; gaps: string[] }>(
    `with recent as (
       select id from public.outbox where created_at > now() - make_interval(secs => $1)
     ), ends as (select min(id) as first, max(id) as last from recent)
     select coalesce((select max(id) from public.outbox), 0) as last, array(
       select n from ends, generate_series(greatest(ends.first, ends.last - 200), ends.last) as n
       where not exists (select from recent r where r.id = n) order by n
     ) as gaps`,
    [gapLifetime / 1000],
  );
  const [row] = rows;
  return { last: Number(row?.last ?? 0), gaps: (row?.gaps ?? []).map(Number) };
}

interface Absence {
  readonly since: OutboxPosition;
  readonly until: OutboxPosition;
  readonly topics: readonly string[];
  readonly limit: number;
}

async function readMissed(
  client: pg.Client,
  { since, until, topics, limit }: Absence,
): Promise<Missed> {
  const { rows } = await client.query(
    `select id, topic, payload from public.outbox
     where (id > $1 or id = any ($2::bigint[])) and id <= $3 and id <> all ($4::bigint[])
       and topic = any ($5::text[])
     order by id limit $6`,
    [since.last, since.gaps, until.last, until.gaps, topics, limit + 1],
  );
  const {
    rows: [oldest],
  } = await client.query<{ id: string | null }>("select min(id) as id from public.outbox");
  const first = oldest?.id == null ? until.last + 1 : Number(oldest.id);
  return {
    rows: rows.slice(0, limit).map((row) => rowSchema.parse(row)),
    complete: rows.length <= limit && since.last <= until.last && since.last + 1 >= first,
  };
}
