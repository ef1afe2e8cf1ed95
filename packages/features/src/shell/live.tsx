"use client";

import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useState,
} from "react";
import { createLiveStore, type LiveEvent, type LiveStore } from "./live-store.ts";
import { useTRPCClient } from "./trpc-client.tsx";

const LiveContext = createContext<LiveStore | null>(null);

// Browsers allow few connections to a host: a tab in the background gives its own back.
const hiddenPause = 30_000;

/** Gives the views below it one stream of live news, beginning where the page was rendered. */
export function LiveProvider({
  since,
  children,
}: {
  since: string | null;
  children: ReactNode;
}): ReactElement {
  const client = useTRPCClient();
  const queries = useQueryClient();
  const [store] = useState(() =>
    createLiveStore((input, { onEvent, onEnd }) => {
      const subscription = client.live.events.subscribe(input, {
        onData: ({ id, data }) => onEvent(id, data),
        onError: onEnd,
        onComplete: onEnd,
      });
      return () => subscription.unsubscribe();
    }, since),
  );

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      clearTimeout(timer);
      if (document.visibilityState === "hidden") {
        timer = setTimeout(store.pause, hiddenPause);
      } else {
        store.resume();
      }
    };
    const forget = store.listen([], (event) => {
      if (event.type === "reset") {
        void queries.invalidateQueries();
      }
    });
    store.resume();
    document.addEventListener("visibilitychange", follow);
    window.addEventListener("online", store.resume);
    return () => {
      clearTimeout(timer);
      forget();
      document.removeEventListener("visibilitychange", follow);
      window.removeEventListener("online", store.resume);
      store.pause();
    };
  }, [store, queries]);

  return <LiveContext value={store}>{children}</LiveContext>;
}

/**
 * Calls `handler` with each piece of news of these topics while the view is shown. After news were
 * lost every query is asked anew by itself, and `handler` hears of it as `reset`.
 */
export function useLive(topics: readonly string[], handler: (event: LiveEvent) => void): void {
  const store = useContext(LiveContext);
  const key = topics.join(" ");
  const onEvent = useEffectEvent(handler);
  useEffect(
    () =>
      store?.listen(
        key.split(" ").filter((topic) => topic !== ""),
        (event) => onEvent(event),
      ),
    [store, key],
  );
}
