"use client";

import { toastError, toastUndo } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { usePostCache } from "./use-post-cache.ts";

/** Removes a post at once and offers to bring it back. */
export function useRemovePost(): (id: string) => void {
  const api = useTRPC();
  const cache = usePostCache();
  const client = useQueryClient();
  // What a post earned goes and comes with it.
  const refreshBalances = () => client.invalidateQueries({ queryKey: api.tokens.pathKey() });
  const restore = useMutation(
    api.community.posts.restore.mutationOptions({
      onError: (error) =>
        toastError("Could not bring the post back", { detail: apiFailure(error).message }),
      onSettled: () => Promise.all([cache.refresh(), refreshBalances()]),
    }),
  );
  const remove = useMutation(
    api.community.posts.delete.mutationOptions({
      onMutate: ({ id }) => ({ undo: cache.drop(id) }),
      onError: (error, _, context) => {
        context?.undo();
        toastError("The post was not removed", { detail: apiFailure(error).message });
      },
      onSuccess: (_, { id }) => {
        toastUndo({ message: "Post removed", onUndo: () => restore.mutate({ id }) });
        return refreshBalances();
      },
    }),
  );
  return (id) => remove.mutate({ id });
}
