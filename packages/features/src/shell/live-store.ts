import type { LiveEvent } from "@neothink/api/core/live";

export type { LiveEvent };

/** Opens one stream of events; gives what closes it. */
export type OpenStream = (
  input: { readonly topics: string[]; readonly lastEventId: string | null },
  handlers: {
    readonly onEvent: (id: string, event: LiveEvent) => void;
    /** The stream ended and will not come back by itself. */
    readonly onEnd: () => void;
  },
) => () => void;

/** The one stream of a tab: what it carries follows what the page listens to. */
export interface LiveStore {
  /** Hears of these topics until the returned function is called. */
  readonly listen: (topics: readonly string[], handler: (event: LiveEvent) => void) => () => void;
  /** Lets go of the connection while nobody looks; nothing is lost, since it resumes. */
  readonly pause: () => void;
  readonly resume: () => void;
}

// Views that appear together ask together.
const settle = 50;
const firstRetry = 1000;
const longestRetry = 30_000;

/** Keeps one stream for all who listen, beginning after the event `since`. */
export function createLiveStore(open: OpenStream, since: string | null): LiveStore {
  const listeners = new Set<{
    readonly topics: readonly string[];
    readonly handler: (event: LiveEvent) => void;
  }>();
  let lastEventId = since;
  let carried = "";
  let close: (() => void) | null = null;
  let paused = false;
  let retry = firstRetry;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function dispatch(event: LiveEvent): void {
    for (const { topics, handler } of [...listeners]) {
      // Without a topic it concerns the stream as a whole.
      if (event.topic === null || topics.includes(event.topic)) {
        handler(event);
      }
    }
  }

  function schedule(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(connect, wait);
  }

  function disconnect(): void {
    clearTimeout(timer);
    close?.();
    close = null;
    carried = "";
  }

  function connect(): void {
    const topics = [...new Set([...listeners].flatMap((listener) => listener.topics))].sort();
    const wanted = topics.join(" ");
    if (paused || wanted === "") {
      disconnect();
      return;
    }
    if (close && wanted === carried) {
      return;
    }
    disconnect();
    carried = wanted;
    let current = true;
    const end = open(
      { topics, lastEventId },
      {
        onEvent: (id, event) => {
          if (current) {
            lastEventId = id;
            retry = firstRetry;
            dispatch(event);
          }
        },
        onEnd: () => {
          if (current) {
            disconnect();
            schedule(retry);
            retry = Math.min(retry * 2, longestRetry);
          }
        },
      },
    );
    close = () => {
      current = false;
      end();
    };
  }

  return {
    listen: (topics, handler) => {
      const listener = { topics, handler };
      listeners.add(listener);
      schedule(settle);
      return () => {
        listeners.delete(listener);
        schedule(settle);
      };
    },
    pause: () => {
      paused = true;
      disconnect();
    },
    resume: () => {
      paused = false;
      schedule(0);
    },
  };
}
