import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** A connection that comes back by itself, for as long as it is not closed. */
export interface Listener {
  /** The connection when it stands; null while it is away. */
  current(): pg.Client | null;
  /** Waits for a connection on which the first read is done. */
  connected(): Promise<pg.Client>;
  close(): Promise<void>;
}

interface Handlers {
  /** Runs on each new connection before it counts as connected. */
  readonly onConnect: (client: pg.Client) => Promise<void>;
  readonly onNotify: () => void;
}

const firstPause = 100;
const longestPause = 5000;
// A half-open connection answers nothing: a read that waits this long replaces it.
const queryTimeout = 10_000;

/** Keeps one connection that listens to the channel `app`, with the service's rights. */
export function connectListener(connectionString: string, handlers: Handlers): Listener {
  const ending = new AbortController();
  let client: pg.Client | null = null;
  let waiting: ((client: pg.Client) => void)[] = [];
  let ready = false;

  const running = (async () => {
    let pause = firstPause;
    while (!ending.signal.aborted) {
      const next = new pg.Client({
        connectionString,
        application_name: "neothink_live",
        keepAlive: true,
        connectionTimeoutMillis: queryTimeout,
        query_timeout: queryTimeout,
      });
      const gone = whenGone(next, ending.signal);
      next.on("notification", handlers.onNotify);
      try {
        await next.connect();
        await next.query("set role service_role");
        await next.query("listen app");
        client = next;
        await handlers.onConnect(next);
        ready = true;
        for (const wake of waiting.splice(0)) {
          wake(next);
        }
        pause = firstPause;
        await gone;
      } catch (error) {
        if (!ending.signal.aborted) {
          console.error("Live news are waiting for the database:", messageOf(error));
        }
      }
      client = null;
      ready = false;
      await next.end().catch(() => undefined);
      await sleep(pause, undefined, { signal: ending.signal }).catch(() => undefined);
      pause = Math.min(pause * 2, longestPause);
    }
  })();

  return {
    current: () => client,
    connected: () =>
      ready && client
        ? Promise.resolve(client)
        : new Promise((resolve) => {
            waiting = [...waiting, resolve];
          }),
    close: async () => {
      ending.abort();
      await running;
    },
  };
}

/** Resolves when the connection has failed or ended, or is no longer wanted. */
function whenGone(client: pg.Client, unwanted: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    client.on("error", () => resolve());
    client.on("end", () => resolve());
    unwanted.addEventListener("abort", () => resolve(), { once: true });
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
