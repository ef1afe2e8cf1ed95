"use client";

import { Button } from "@neothink/ui/button";
import { cn } from "@neothink/ui/cn";
import { toastError } from "@neothink/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { Heart } from "lucide-react";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import type { Post } from "./feed-query.ts";
import { usePostCache } from "./use-post-cache.ts";

/** Likes a post at once, and takes it back when the server refuses. */
export function LikeButton({ post }: { post: Post }): ReactElement {
  const api = useTRPC();
  const cache = usePostCache();
  const like = useMutation(
    api.community.posts.like.mutationOptions({
      // One after the other: quick clicks must arrive in the order they were made.
      scope: { id: `like ${post.id}` },
      onMutate: async ({ postId, liked }) => {
        await cache.settle();
        return {
          undo: cache.patch(postId, (current) => ({
            ...current,
            liked,
            likeCount: current.likeCount + (Number(liked) - Number(current.liked)),
          })),
        };
      },
      onError: (error, _, context) => {
        context?.undo();
        toastError("Your like was not kept", { detail: apiFailure(error).message });
      },
    }),
  );
  return (
    <Button
      variant="ghost"
      size="sm"
      aria-pressed={post.liked}
      aria-label={`Like, ${post.likeCount} so far`}
      onClick={() => like.mutate({ postId: post.id, liked: !post.liked })}
      className={cn("text-muted-foreground", post.liked && "text-brand-text")}
    >
      <Heart aria-hidden="true" className={cn(post.liked && "fill-current")} />
      <span className="figures">{post.likeCount}</span>
    </Button>
  );
}
