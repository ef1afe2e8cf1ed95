import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLiveStore, type LiveEvent, type OpenStream } from "./live-store.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Handlers = Parameters<OpenStream>[1];
interface Stream {
  readonly topics: string[];
  readonly lastEventId: string | null;
  readonly handlers: Handlers;
  open: boolean;
}

function world(since: string | null = null) {
  const streams: Stream[] = [];
  const store = createLiveStore((input, handlers) => {
    const stream: Stream = { ...input, handlers, open: true };
    streams.push(stream);
    return () => {
      stream.open = false;
    };
  }, since);
  const last = (): Stream => {
    const stream = streams.at(-1);
    if (!stream) {
      throw new Error("No stream was opened.");
    }
    return stream;
  };
  return { store, streams, last };
}

const news = (topic: string | null, type = "test"): LiveEvent => ({ type, topic, data: {} });

describe("the stream of a tab", () => {
  it("is one for all who listen, and gives each their topics", () => {
    const { store, streams, last } = world("a");
    const [one, two] = [vi.fn(), vi.fn()];
    store.listen(["x"], one);
    store.listen(["y", "x"], two);
    vi.advanceTimersByTime(100);
    expect(streams).toHaveLength(1);
    expect(last()).toMatchObject({ topics: ["x", "y"], lastEventId: "a" });
    last().handlers.onEvent("b", news("y"));
    last().handlers.onEvent("c", news(null, "reset"));
    expect(one).toHaveBeenCalledTimes(1);
    expect(two).toHaveBeenCalledTimes(2);
  });

  it("goes on where it was when topics change, and stays open when they do not", () => {
    const { store, streams, last } = world();
    store.listen(["x"], vi.fn());
    vi.advanceTimersByTime(100);
    last().handlers.onEvent("5", news("x"));
    const stop = store.listen(["x"], vi.fn());
    vi.advanceTimersByTime(100);
    expect(streams).toHaveLength(1);
    stop();
    store.listen(["y"], vi.fn());
    vi.advanceTimersByTime(100);
    expect(streams.map((stream) => stream.open)).toEqual([false, true]);
    expect(last().lastEventId).toBe("5");
  });

  it("ignores what an old stream still says", () => {
    const { store, streams } = world();
    const heard = vi.fn();
    store.listen(["x"], heard);
    vi.advanceTimersByTime(100);
    store.listen(["y"], vi.fn());
    vi.advanceTimersByTime(100);
    streams[0]?.handlers.onEvent("9", news("x"));
    expect(heard).not.toHaveBeenCalled();
  });

  it("comes back after an end, later and later", () => {
    const { store, streams, last } = world();
    store.listen(["x"], vi.fn());
    vi.advanceTimersByTime(100);
    last().handlers.onEnd();
    vi.advanceTimersByTime(1000);
    expect(streams).toHaveLength(2);
    last().handlers.onEnd();
    vi.advanceTimersByTime(1000);
    expect(streams).toHaveLength(2);
    vi.advanceTimersByTime(1000);
    expect(streams).toHaveLength(3);
  });

  it("rests while nobody looks, and resumes", () => {
    const { store, last, streams } = world();
    store.listen(["x"], vi.fn());
    vi.advanceTimersByTime(100);
    last().handlers.onEvent("7", news("x"));
    store.pause();
    expect(last().open).toBe(false);
    store.resume();
    vi.advanceTimersByTime(1);
    expect(streams).toHaveLength(2);
    expect(last().lastEventId).toBe("7");
  });
});
