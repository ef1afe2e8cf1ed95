import { setTimeout as sleep } from "node:timers/promises";
import { asMember } from "@neothink/db/core/identity";
import { type OutboxEvent, type OutboxRow, outbox } from "@neothink/db/core/outbox";
import {
  decodePosition,
  encodePosition,
  type OutboxPosition,
} from "@neothink/db/core/outbox-position";
import { isLiveEntity, listReadable } from "@neothink/db/core/readable";
import { TRPCError, type TrackedEnvelope, tracked } from "@trpc/server";
import type { Viewer } from "./context.ts";
import { allowedTopics, type ListenLive } from "./live-topics.ts";

/** What an open page is told. It holds ids; what they stand for is read under the own rights. */
export interface LiveEvent {
  /**
   * What happened, such as `post_created`. Two are the stream's own: `hello` when it begins, and
   * `reset` when some news are lost to it, so that what is shown must be read anew.
   */
  readonly type: string;
  /** Topic that it came by; null for the stream's own. */
  readonly topic: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

// Far more tabs than anybody keeps open; past this a process would hold streams for nobody.
const mostStreams = 50;
const streamsOf = new Map<string, number>();

// A page that slept longer than this many news reads itself anew instead.
const mostMissed = 500;
const mostWaiting = 1000;

// No page waits longer for its news: it then begins where its stream does.
const patience = 500;

/**
 * Where the news stand now, as text: a page that begins here misses nothing after it was rendered.
 * Null while the connection for news is away.
 */
export async function livePosition(): Promise<string | null> {
  const position = await Promise.race([outbox().position(), sleep(patience, null)]);
  return position && encodePosition(position);
}

interface Placed {
  readonly row: OutboxRow;
  readonly position: OutboxPosition;
}

/**
 * The news of some topics as they happen, each once, beginning after `lastEventId`. Every one is
 * checked against what the member may read at that moment. Ends with `signal`.
 * @throws TRPCError TOO_MANY_REQUESTS when the member has too many streams open here.
 */
export async function* listenLive(
  viewer: Viewer,
  input: ListenLive,
  signal: AbortSignal | undefined,
): AsyncGenerator<TrackedEnvelope<LiveEvent>, void, void> {
  const open = streamsOf.get(viewer.id) ?? 0;
  if (open >= mostStreams) {
    throw new TRPCError({ code: "TOO_MANY_REQUESTS", message: "Too many pages are open at once." });
  }
  streamsOf.set(viewer.id, open + 1);
  try {
    yield* stream(viewer, input, signal);
  } finally {
    const left = (streamsOf.get(viewer.id) ?? 1) - 1;
    if (left > 0) {
      streamsOf.set(viewer.id, left);
    } else {
      streamsOf.delete(viewer.id);
    }
  }
}

async function* stream(
  viewer: Viewer,
  { topics, lastEventId }: ListenLive,
  signal: AbortSignal | undefined,
): AsyncGenerator<TrackedEnvelope<LiveEvent>, void, void> {
  const heard = await asMember(viewer.claims, (db) => allowedTopics(db, viewer.id, topics));
  const since = lastEventId ? decodePosition(lastEventId) : null;
  const source = outbox();
  const queue = openQueue(heard, signal);
  // Listening begins before the position is read: what comes in between is in the queue.
  const stop = source.listen(queue.put);
  try {
    const start = await source.position();
    queue.skipUntil(start);
    yield* hello(since ?? start);
    if (since) {
      const { rows, complete } = await source.missed(since, start, heard, mostMissed);
      if (complete) {
        yield* allowed(viewer, place(rows, since, start));
      } else {
        yield tracked(encodePosition(start), { type: "reset", topic: null, data: {} });
      }
    }
    while (!signal?.aborted) {
      const { events, overflowed } = await queue.take();
      if (overflowed) {
        const now = encodePosition(await source.position());
        yield tracked(now, { type: "reset", topic: null, data: {} });
      } else {
        yield* allowed(viewer, events);
      }
    }
  } finally {
    stop();
  }
}

function* hello(position: OutboxPosition): Generator<TrackedEnvelope<LiveEvent>> {
  yield tracked(encodePosition(position), { type: "hello", topic: null, data: {} });
}

/** Gives each missed row the position after it, so that a cut in the middle resumes there. */
function place(
  rows: readonly OutboxRow[],
  since: OutboxPosition,
  until: OutboxPosition,
): readonly Placed[] {
  return rows.map((row) => {
    if (row.id < since.last) {
      return { row, position: { ...since, gaps: since.gaps.filter((gap) => gap > row.id) } };
    }
    const late = until.gaps.filter((gap) => gap < row.id);
    return { row, position: { last: row.id, gaps: late } };
  });
}

/** Those of the news that the member may read, looked up in one statement for each kind of thing. */
async function* allowed(
  viewer: Viewer,
  events: readonly Placed[],
): AsyncGenerator<TrackedEnvelope<LiveEvent>> {
  const entities = new Set(events.map(({ row }) => row.payload.entityType));
  const readable = new Map<unknown, ReadonlySet<string>>();
  for (const entity of entities) {
    if (isLiveEntity(entity)) {
      const ids = events
        .filter(({ row }) => row.payload.entityType === entity)
        .map(({ row }) => String(row.payload.entityId));
      const known = await asMember(viewer.claims, (db) => listReadable(db, entity, ids));
      readable.set(entity, known);
    }
  }
  for (const { row, position } of events) {
    const { type, entityType, entityId } = row.payload;
    if (entityType === undefined || readable.get(entityType)?.has(String(entityId))) {
      const event = { type: String(type), topic: row.topic, data: row.payload };
      yield tracked(encodePosition(position), event);
    }
  }
}

interface Queue {
  readonly put: (event: OutboxEvent) => void;
  /** Leaves out what a reader of this position has had. */
  readonly skipUntil: (position: OutboxPosition) => void;
  /** Waits for news, or for the end. */
  readonly take: () => Promise<{
    readonly events: readonly Placed[];
    readonly overflowed: boolean;
  }>;
}

/** Holds what arrives for these topics until the stream takes it. */
function openQueue(topics: readonly string[], signal: AbortSignal | undefined): Queue {
  const wanted = new Set(topics);
  let waiting: Placed[] = [];
  let overflowed = false;
  let wake: () => void = () => undefined;
  signal?.addEventListener("abort", () => wake(), { once: true });
  return {
    put: (event) => {
      if (!wanted.has(event.topic)) {
        return;
      }
      overflowed ||= waiting.length >= mostWaiting;
      if (!overflowed) {
        waiting.push({ row: event, position: event.position });
      }
      wake();
    },
    skipUntil: ({ last, gaps }) => {
      waiting = waiting.filter(({ row }) => row.id > last || gaps.includes(row.id));
    },
    take: async () => {
      if (waiting.length === 0 && !overflowed && !signal?.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const taken = { events: waiting, overflowed };
      waiting = [];
      overflowed = false;
      return taken;
    },
  };
}
