"use client";

import { platformSlugs } from "@neothink/brand/platforms";
import { Button } from "@neothink/ui/button";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ArrowUp } from "lucide-react";
import type { ReactElement } from "react";
import { useLive } from "../shell/live.tsx";
import { useTRPC } from "../shell/trpc-client.tsx";
import type { FeedFilter } from "./feed-filter.ts";
import { partOf } from "./feed-query.ts";

// When no live news arrive, the count is asked for now and then.
const pollEvery = 60_000;
const most = 100;

/** Says that there are newer posts than those shown; they come when the member asks for them. */
export function NewPostsPill({
  filter,
  since,
  onShow,
}: {
  filter: FeedFilter;
  /** Place of the newest post that is shown. */
  since: string;
  onShow: () => void;
}): ReactElement {
  const newer = useQuery(
    useTRPC().community.posts.newer.queryOptions(
      { ...partOf(filter), since },
      { refetchInterval: pollEvery, placeholderData: keepPreviousData, initialData: 0 },
    ),
  );
  const topics = filter.platform ? [filter.platform] : platformSlugs;
  useLive(
    topics.map((slug) => `posts:${slug}`),
    () => void newer.refetch(),
  );
  const count = newer.data ?? 0;
  return (
    <div aria-live="polite" className="sticky top-20 z-20 -my-3 flex justify-center empty:hidden">
      {count > 0 ? (
        <Button size="sm" className="rounded-full shadow-lg" onClick={onShow}>
          <ArrowUp aria-hidden="true" />
          {count >= most ? `${most}+` : count} new {count === 1 ? "post" : "posts"}
        </Button>
      ) : null}
    </div>
  );
}
