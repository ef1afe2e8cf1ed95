"use client";

import { toastError, toastSuccess } from "@neothink/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { usePostCache } from "./use-post-cache.ts";

/** Pins a post or makes it an announcement, for moderators. */
export function useStanding(
  id: string,
): (standing: { readonly pinned: boolean; readonly announcement: boolean }) => void {
  const api = useTRPC();
  const cache = usePostCache();
  const stand = useMutation(
    api.community.posts.stand.mutationOptions({
      onSuccess: (post) => {
        cache.patch(post.id, () => post);
        toastSuccess("Done");
        return cache.refresh();
      },
      onError: (error) => toastError("Nothing was changed", { detail: apiFailure(error).message }),
    }),
  );
  return (standing) => stand.mutate({ id, ...standing });
}
