"use client";

import { Button } from "@neothink/ui/button";
import { cn } from "@neothink/ui/cn";
import { toastError, toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Bookmark } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import type { Post } from "./feed-query.ts";
import { usePostCache } from "./use-post-cache.ts";

/** Keeps a post at once, or lets it go; a reminder can be set with the bookmark. */
export function BookmarkButton({ post }: { post: Post }): ReactElement {
  const api = useTRPC();
  const cache = usePostCache();
  const client = useQueryClient();
  const router = useRouter();
  const onError = (error: unknown, _: unknown, context?: { undo: () => void }) => {
    context?.undo();
    toastError("Your bookmark was not changed", { detail: apiFailure(error).message });
  };
  const onSettled = () => client.invalidateQueries({ queryKey: api.community.bookmarks.pathKey() });
  async function mark(bookmarked: boolean): Promise<{ undo: () => void }> {
    await cache.settle();
    return { undo: cache.patch(post.id, (current) => ({ ...current, bookmarked })) };
  }
  const scope = { id: `bookmark ${post.id}` };
  const keep = useMutation(
    api.community.bookmarks.update.mutationOptions({
      scope,
      onMutate: () => mark(true),
      onSuccess: () =>
        toastSuccess("Kept under Bookmarks", {
          action: {
            label: "Remind me",
            onPress: () => router.push(`/community/bookmarks#b-${post.id}`),
          },
        }),
      onError,
      onSettled,
    }),
  );
  const drop = useMutation(
    api.community.bookmarks.delete.mutationOptions({
      scope,
      onMutate: () => mark(false),
      onError,
      onSettled,
    }),
  );
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-pressed={post.bookmarked}
      aria-label="Bookmark"
      onClick={() =>
        post.bookmarked
          ? drop.mutate({ postId: post.id })
          : keep.mutate({ postId: post.id, note: null, remindAt: null })
      }
      className={cn("text-muted-foreground", post.bookmarked && "text-brand-text")}
    >
      <Bookmark aria-hidden="true" className={cn(post.bookmarked && "fill-current")} />
    </Button>
  );
}
