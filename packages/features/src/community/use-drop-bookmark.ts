"use client";

import type { RouterOutputs } from "@neothink/api/core/router";
import { toastError, toastUndo } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";

type Kept = RouterOutputs["community"]["bookmarks"]["list"]["items"][number];

/** Lets go of a bookmark and offers to take that back, with note and reminder. */
export function useDropBookmark(): (bookmark: Kept) => void {
  const api = useTRPC();
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: api.community.pathKey() });
  const onError = (error: unknown) =>
    toastError("Your bookmark was not changed", { detail: apiFailure(error).message });
  const keep = useMutation(api.community.bookmarks.update.mutationOptions({ onError, onSettled }));
  const drop = useMutation(api.community.bookmarks.delete.mutationOptions({ onError, onSettled }));
  return ({ note, postId, remindAt }) =>
    drop.mutate(
      { postId },
      {
        onSuccess: () =>
          toastUndo({
            message: "Bookmark let go",
            onUndo: () => keep.mutate({ postId, note, remindAt }),
          }),
      },
    );
}
