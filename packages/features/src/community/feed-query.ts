import type { AppRouter, RouterOutputs } from "@neothink/api/core/router";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { FeedFilter } from "./feed-filter.ts";

/** One post as the feed gives it. */
export type Post = RouterOutputs["community"]["posts"]["get"];

/** One comment as the list gives it. */
export type Comment = RouterOutputs["community"]["comments"]["list"]["items"][number];

type Api = TRPCOptionsProxy<AppRouter>;

/** The endless list of a part of the feed: the same query where it is prefetched and where it is shown. */
export function feedOptions(api: Api, { platform, tokenTag }: FeedFilter) {
  return api.community.posts.list.infiniteQueryOptions(
    { ...(platform ? { platform } : {}), ...(tokenTag ? { tokenTag } : {}) },
    { getNextPageParam: (page) => page.nextCursor },
  );
}

/** The endless list of the comments on a post. */
export function commentsOptions(api: Api, postId: string) {
  return api.community.comments.list.infiniteQueryOptions(
    { postId },
    { getNextPageParam: (page) => page.nextCursor },
  );
}
