"use client";

import { brand } from "@neothink/brand/current";
import type { ForumCategory } from "@neothink/brand/forum";
import { Button } from "@neothink/ui/button";
import { toastError, toastUndo } from "@neothink/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CheckCheck, RefreshCw } from "lucide-react";
import { type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useLive } from "../shell/live.tsx";
import { useTRPC } from "../shell/trpc-client.tsx";
import type { ForumFilter } from "./forum-filter.ts";
import { ForumFilters } from "./forum-filters.tsx";
import { LevelMenu } from "./forum-level-menu.tsx";
import { TopicList } from "./topic-list.tsx";

/** The forum: choosing, following, reading. */
export function Forum({
  filter,
  categories,
}: {
  filter: ForumFilter;
  categories: readonly ForumCategory[];
}): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const [fresh, setFresh] = useState(0);
  const levels = useQuery(api.community.topics.levels.queryOptions());
  useLive([`topics:${brand.slug}`], (event) => {
    if (event.type === "topic_created") {
      setFresh((count) => count + 1);
    }
  });
  const refresh = () =>
    client.invalidateQueries({ queryKey: api.community.topics.list.infiniteQueryKey() });
  const failed = (error: unknown) =>
    toastError("That was not kept", { detail: apiFailure(error).message });
  const unmark = useMutation(
    api.community.topics.unmarkAllRead.mutationOptions({ onSuccess: refresh, onError: failed }),
  );
  const mark = useMutation(
    api.community.topics.markAllRead.mutationOptions({
      onSuccess: () => {
        toastUndo({ message: "Everything is marked as read", onUndo: () => unmark.mutate() });
        return refresh();
      },
      onError: failed,
    }),
  );
  const followed = scopeOf(filter);
  const category = categories.find(({ slug }) => slug === filter.category);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <ForumFilters filter={filter} categories={categories} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-muted-foreground">
          {category ? category.purpose : ""}
          {filter.tag ? ` Tagged ${filter.tag}.` : ""}
        </p>
        <div className="flex flex-wrap items-center gap-2">
          {followed ? (
            <LevelMenu
              target={followed}
              level={
                levels.data?.find(
                  ({ key, scope }) => scope === followed.scope && key === followed.key,
                )?.level ?? null
              }
            />
          ) : null}
          <Button
            variant="ghost"
            size="sm"
            aria-disabled={mark.isPending || undefined}
            onClick={() => mark.mutate()}
          >
            <CheckCheck aria-hidden="true" />
            Mark all as read
          </Button>
        </div>
      </div>
      <div aria-live="polite">
        {fresh > 0 ? (
          <Button
            variant="outline"
            size="sm"
            onClick={() => {
              setFresh(0);
              void refresh();
            }}
          >
            <RefreshCw aria-hidden="true" />
            {fresh === 1 ? "1 new topic" : `${fresh} new topics`}
          </Button>
        ) : null}
      </div>
      <TopicList filter={filter} categories={categories} />
    </div>
  );
}

/** What the shown part of the forum can be followed as; null for the whole. */
function scopeOf(
  filter: ForumFilter,
): { readonly scope: "tag" | "section"; readonly key: string; readonly name: string } | null {
  if (filter.tag) {
    return { scope: "tag", key: filter.tag, name: `the tag ${filter.tag}` };
  }
  return filter.category ? { scope: "section", key: filter.category, name: "this section" } : null;
}
