"use client";

import type { FeedMode } from "@neothink/api/community/posts.schema";
import { brand } from "@neothink/brand/current";
import { Button } from "@neothink/ui/button";
import { cn } from "@neothink/ui/cn";
import { toastError, toastSuccess } from "@neothink/ui/toast";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { type FeedFilter, feedHref } from "./feed-filter.ts";
import { usePostCache } from "./use-post-cache.ts";

const modes: Record<FeedMode, { readonly name: string; readonly explained: string }> = {
  latest: { name: "Latest", explained: "Every post you may read, newest first." },
  following: { name: "Following", explained: "Posts of the members you follow, newest first." },
  "for-you": {
    name: "For you",
    explained:
      "The last 30 days, ranked by whom you follow, the tokens you respond to, how much others respond, and how fresh a post is.",
  },
};
const order: readonly FeedMode[] = ["latest", "following", "for-you"];

/** Chooses the order of the feed, and says in a sentence how it comes about. */
export function FeedModes({ filter }: { filter: FeedFilter }): ReactElement {
  const api = useTRPC();
  const cache = usePostCache();
  const reset = useMutation(
    api.community.posts.resetForYou.mutationOptions({
      onSuccess: () => {
        toastSuccess("Forgotten. The feed learns anew from now on.");
        return cache.refresh();
      },
      onError: (error) => toastError("Not reset", { detail: apiFailure(error).message }),
    }),
  );
  return (
    <div className="grid gap-2">
      <nav aria-label="Order of the feed" className="flex gap-1 overflow-x-auto border-b">
        {order.map((mode) => (
          <Link
            key={mode}
            href={feedHref({ ...filter, mode }, brand)}
            scroll={false}
            aria-current={filter.mode === mode ? "page" : undefined}
            className={cn(
              "-mb-px inline-flex h-10 items-center border-b-2 border-transparent px-3 text-sm font-medium whitespace-nowrap text-muted-foreground hover:text-foreground",
              "aria-[current=page]:border-brand aria-[current=page]:text-foreground",
            )}
          >
            {modes[mode].name}
          </Link>
        ))}
      </nav>
      <p className="text-sm text-muted-foreground">
        {modes[filter.mode].explained}
        {filter.mode === "for-you" ? (
          <>
            {" "}
            <Button
              variant="link"
              size="sm"
              className="text-sm"
              aria-disabled={reset.isPending || undefined}
              onClick={() => reset.mutate()}
            >
              Forget what it has learned
            </Button>
          </>
        ) : null}
      </p>
    </div>
  );
}
