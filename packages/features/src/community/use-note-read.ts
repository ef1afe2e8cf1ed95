"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";

/** Tells the server how far a topic was read: the moment of the newest answer that was shown. */
export function useNoteRead(topicId: string, newest: number | null): void {
  const api = useTRPC();
  const client = useQueryClient();
  const read = useMutation(
    api.community.topics.read.mutationOptions({
      onSuccess: () =>
        client.invalidateQueries({ queryKey: api.community.topics.list.infiniteQueryKey() }),
    }),
  );
  const note = useEffectEvent((at: number) => read.mutate({ id: topicId, at: new Date(at) }));
  // The outside system is the server's memory of this reader.
  useEffect(() => {
    if (newest !== null) {
      // A millisecond on: the moment itself has microseconds that a Date drops.
      note(newest + 1);
    }
  }, [newest]);
}
