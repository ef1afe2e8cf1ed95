"use client";

import { useMutation } from "@tanstack/react-query";
import { type RefObject, useEffect, useEffectEvent } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";
import type { Post } from "./feed-query.ts";
import { usePostCache } from "./use-post-cache.ts";

// Who scrolls past has not read it.
const readAfter = 2000;

/** Notes that an announcement was read, once it has stood in view for two seconds. */
export function useReadMark(post: Post, element: RefObject<HTMLElement | null>): void {
  const api = useTRPC();
  const cache = usePostCache();
  const mark = useMutation(
    api.community.posts.markRead.mutationOptions({
      onMutate: () => cache.patch(post.id, (current) => ({ ...current, read: true })),
    }),
  );
  const onRead = useEffectEvent(() => mark.mutate({ id: post.id }));
  const unread = post.announcement && !post.read;

  // The outside system is the browser's intersection observer.
  useEffect(() => {
    const { current } = element;
    if (!unread || current === null) {
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (entry?.isIntersecting) {
        timer = setTimeout(() => onRead(), readAfter);
      }
    });
    observer.observe(current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [unread, element]);
}
