"use client";

import { toastError, toastUndo } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";

/** Takes comments away, with an offer to undo, and brings them back. */
export function useRemoveComment(): {
  readonly remove: (id: string) => void;
  readonly restore: (id: string) => void;
} {
  const api = useTRPC();
  const client = useQueryClient();
  // What a comment earned goes and comes with it.
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: api.community.pathKey() }),
      client.invalidateQueries({ queryKey: api.tokens.pathKey() }),
    ]);
  const restore = useMutation(
    api.community.comments.restore.mutationOptions({
      onError: (error) =>
        toastError("Could not bring the comment back", { detail: apiFailure(error).message }),
      onSettled: refresh,
    }),
  );
  const remove = useMutation(
    api.community.comments.delete.mutationOptions({
      onSuccess: (_, { id }) =>
        toastUndo({ message: "Comment removed", onUndo: () => restore.mutate({ id }) }),
      onError: (error) =>
        toastError("The comment was not removed", { detail: apiFailure(error).message }),
      onSettled: refresh,
    }),
  );
  return { remove: (id) => remove.mutate({ id }), restore: (id) => restore.mutate({ id }) };
}
