"use client";

import type { RouterOutputs } from "@neothink/api/core/router";
import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../shell/trpc-client.tsx";
import type { FeedPost, Post } from "./feed-query.ts";

type Lists = InfiniteData<RouterOutputs["community"]["posts"]["list"]>;

/** Changes to the posts that this browser holds, in every list and on their own page. */
export interface PostCache {
  /** Ends what is being asked for: an older answer must not undo a change that was shown at once. */
  readonly settle: () => Promise<void>;
  /** Applies a change to one post; gives what takes it back. */
  readonly patch: (id: string, change: (post: Post) => Post) => () => void;
  /** Takes a post out of every list; gives what takes that back. */
  readonly drop: (id: string) => () => void;
  /** Asks the server for every list again. */
  readonly refresh: () => Promise<void>;
}

export function usePostCache(): PostCache {
  const api = useTRPC();
  const client = useQueryClient();
  const lists = { queryKey: api.community.posts.list.infiniteQueryKey() };

  function changeLists(change: (items: FeedPost[]) => FeedPost[]): () => void {
    const before = client.getQueriesData<Lists>(lists);
    client.setQueriesData<Lists>(lists, (data) =>
      data
        ? { ...data, pages: data.pages.map((page) => ({ ...page, items: change(page.items) })) }
        : data,
    );
    return () => {
      for (const [key, data] of before) {
        client.setQueryData(key, data);
      }
    };
  }

  return {
    settle: () => client.cancelQueries({ queryKey: api.community.posts.pathKey() }),
    patch(id, change) {
      const single = api.community.posts.get.queryKey({ id });
      const before = client.getQueryData(single);
      client.setQueryData(single, (post) => (post ? change(post) : post));
      const undoLists = changeLists((items) =>
        items.map((post) => (post.id === id ? { ...post, ...change(post) } : post)),
      );
      return () => {
        undoLists();
        client.setQueryData(single, before);
      };
    },
    drop: (id) => changeLists((items) => items.filter((post) => post.id !== id)),
    refresh: () => client.invalidateQueries({ queryKey: api.community.posts.pathKey() }),
  };
}
