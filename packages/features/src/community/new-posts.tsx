"use client";

import type { RouterOutputs } from "@neothink/api/core/router";
import { platformSlugs } from "@neothink/brand/platforms";
import { Button } from "@neothink/ui/button";
import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { ArrowUp } from "lucide-react";
import { type ReactElement, useState } from "react";
import { useLive } from "../shell/live.tsx";
import { useTRPC } from "../shell/trpc-client.tsx";
import type { FeedFilter } from "./feed-filter.ts";

type Lists = InfiniteData<RouterOutputs["community"]["posts"]["list"]>;

/** Says that others have posted since the feed was read, and shows it on a press: nothing jumps by itself. */
export function NewPosts({
  filter,
  viewerId,
}: {
  filter: FeedFilter;
  viewerId: string | null;
}): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const platforms = filter.platform ? [filter.platform] : platformSlugs;

  useLive(
    platforms.map((slug) => `posts:${slug}`),
    ({ type, data }) => {
      const { authorId, entityId, tokenTag } = data;
      const fits = filter.tokenTag === null || filter.tokenTag === tokenTag;
      if (type === "post_created" && authorId !== viewerId && fits) {
        setIds((known) => new Set([...known, String(entityId)]));
      } else if (type === "reset") {
        setIds(new Set());
      }
    },
  );

  function show(): void {
    const lists = { queryKey: api.community.posts.list.infiniteQueryKey() };
    // One page is asked for again, not all that were scrolled through.
    client.setQueriesData<Lists>(lists, (data) =>
      data ? { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) } : data,
    );
    void client.invalidateQueries(lists);
    setIds(new Set());
    window.scrollTo({ top: 0 });
  }

  return (
    <div
      role="status"
      className="pointer-events-none sticky top-20 z-30 grid justify-items-center empty:hidden"
    >
      {ids.size === 0 ? null : (
        <Button size="sm" className="pointer-events-auto rounded-full shadow-lg" onClick={show}>
          <ArrowUp aria-hidden="true" />
          {ids.size === 1 ? "1 new post" : `${ids.size} new posts`}
        </Button>
      )}
    </div>
  );
}
