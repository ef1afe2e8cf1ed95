"use client";

import { Button } from "@neothink/ui/button";
import { ErrorState } from "@neothink/ui/error-state";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useLive } from "../shell/live.tsx";
import { useTRPC } from "../shell/trpc-client.tsx";
import { isVisibility } from "./audience-labels.ts";
import { authorName } from "./author-name.ts";
import { Comments } from "./comments.tsx";
import { FeedSkeleton } from "./feed-skeleton.tsx";
import { PostCard } from "./post-card.tsx";
import { useRemovePost } from "./use-remove-post.ts";

const noRights = { moderator: false, audiences: [], commentView: "nested" } as const;

/** One post and what members answered. */
export function PostView({ postId }: { postId: string }): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const removePost = useRemovePost();
  const post = useQuery(api.community.posts.get.queryOptions({ id: postId }));
  const rights = useQuery(api.community.posts.rights.queryOptions());

  // What others write here is asked for anew as soon as it is told.
  useLive([`post:${postId}`], () => {
    void client.invalidateQueries({ queryKey: api.community.comments.pathKey() });
    void client.invalidateQueries({ queryKey: api.community.posts.get.queryKey({ id: postId }) });
  });

  function remove(): void {
    removePost(postId);
    router.push("/community");
  }

  return (
    <div className="mx-auto grid max-w-2xl grid-cols-[minmax(0,1fr)] gap-6">
      <div>
        <Button asChild variant="ghost" size="sm" className="-ml-3">
          <Link href="/community">
            <ArrowLeft aria-hidden="true" />
            All posts
          </Link>
        </Button>
      </div>
      {post.data ? (
        <>
          <h1 className="sr-only">Post by {authorName(post.data)}</h1>
          <PostCard post={post.data} rights={rights.data ?? noRights} onRemove={remove} />
          <Comments
            postId={postId}
            audience={isVisibility(post.data.visibility) ? post.data.visibility : "private"}
            view={(rights.data ?? noRights).commentView}
            moderator={rights.data?.moderator ?? false}
          />
        </>
      ) : null}
      {post.isPending ? <FeedSkeleton count={1} /> : null}
      {post.isError && !post.data ? (
        <ErrorState
          title="This post did not load"
          requestId={apiFailure(post.error).requestId}
          onRetry={() => void post.refetch()}
        >
          {apiFailure(post.error).message}
        </ErrorState>
      ) : null}
    </div>
  );
}
