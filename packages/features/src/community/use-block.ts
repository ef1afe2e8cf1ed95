"use client";

import { toastError, toastSuccess, toastUndo } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";

interface Change {
  readonly id: string;
  readonly name: string;
  /** Null lifts whatever there is. */
  readonly kind: "block" | "mute" | null;
}

const done = { block: "is blocked", mute: "is muted" } as const;

/** Blocks or mutes a member, or lifts it; offers to take it back. */
export function useBlock(): (change: Change) => void {
  const api = useTRPC();
  const client = useQueryClient();
  const mutation = useMutation(
    api.community.members.block.mutationOptions({
      onError: (error) => toastError("That was not saved", { detail: apiFailure(error).message }),
      onSettled: () =>
        Promise.all([
          client.invalidateQueries({ queryKey: api.community.pathKey() }),
          client.invalidateQueries({ queryKey: api.messaging.pathKey() }),
        ]),
    }),
  );
  return ({ id, name, kind }) =>
    mutation.mutate(
      { id, kind },
      {
        onSuccess: () =>
          kind === null
            ? toastSuccess(`You see ${name} again`)
            : toastUndo({
                message: `${name} ${done[kind]}`,
                onUndo: () => mutation.mutate({ id, kind: null }),
              }),
      },
    );
}
