"use client";

import { toastError, toastSuccess, toastUndo } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";

/** What may be done with a topic beside writing in it. */
export interface TopicActions {
  readonly refresh: () => Promise<void>;
  /** Takes it out of the forum, goes back to the list and offers to undo. */
  readonly remove: () => void;
  readonly restore: () => void;
  readonly setStatus: (status: "open" | "closed" | "archived") => void;
  readonly pin: (pinned: boolean) => void;
}

export function useTopicActions(id: string): TopicActions {
  const api = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const refresh = () => client.invalidateQueries({ queryKey: api.community.topics.pathKey() });
  const onError = (error: unknown) =>
    toastError("That did not work", { detail: apiFailure(error).message });
  const restore = useMutation(
    api.community.topics.restore.mutationOptions({ onSuccess: refresh, onError }),
  );
  const remove = useMutation(
    api.community.topics.delete.mutationOptions({
      onSuccess: () => {
        toastUndo({ message: "Topic removed", onUndo: () => restore.mutate({ id }) });
        router.push("/forum");
        return refresh();
      },
      onError,
    }),
  );
  const status = useMutation(
    api.community.topics.setStatus.mutationOptions({
      onSuccess: (topic) => {
        toastSuccess(topic.status === "closed" ? "Topic closed" : "Topic changed");
        return refresh();
      },
      onError,
    }),
  );
  const pin = useMutation(
    api.community.topics.pin.mutationOptions({ onSuccess: refresh, onError }),
  );
  return {
    refresh,
    remove: () => remove.mutate({ id }),
    restore: () => restore.mutate({ id }),
    setStatus: (next) => status.mutate({ id, status: next }),
    pin: (pinned) => pin.mutate({ id, pinned }),
  };
}
