import type { CommentView } from "@neothink/api/community/comments.schema";
import type { AppRouter, RouterOutputs } from "@neothink/api/core/router";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { FeedFilter } from "./feed-filter.ts";

/** One post as the feed gives it. */
export type Post = RouterOutputs["community"]["posts"]["get"];

/** One post in a list, with the reason that placed it. */
export type FeedPost = RouterOutputs["community"]["posts"]["list"]["items"][number];

/** One comment as the list gives it. */
export type Comment = RouterOutputs["community"]["comments"]["list"]["items"][number];

type Api = TRPCOptionsProxy<AppRouter>;

/** The part of the feed as procedures take it. */
export function partOf({ platform, section, tokenTag }: FeedFilter) {
  return {
    ...(platform ? { platform } : {}),
    ...(section ? { section } : {}),
    ...(tokenTag ? { tokenTag } : {}),
  };
}

/** The endless list of a part of the feed: the same query where it is prefetched and where it is shown. */
export function feedOptions(api: Api, filter: FeedFilter) {
  return api.community.posts.list.infiniteQueryOptions(
    { ...partOf(filter), mode: filter.mode },
    { getNextPageParam: (page) => page.nextCursor },
  );
}

/** What stands at the top of a part of the feed; only the feed by time has a top. */
export function pinnedOptions(api: Api, filter: FeedFilter) {
  return api.community.posts.pinned.queryOptions(partOf(filter), {
    enabled: filter.mode === "latest" && filter.platform !== null,
  });
}

/** The comments on a post, from the beginning or from one on, growing at both ends. */
export function commentsOptions(
  api: Api,
  { postId, startAt, view }: { postId: string; view: CommentView; startAt: string | null },
) {
  return api.community.comments.list.infiniteQueryOptions(
    { postId, view, ...(startAt ? { startAt } : {}) },
    {
      getNextPageParam: (page) => page.nextCursor,
      getPreviousPageParam: (page) => page.previousCursor,
    },
  );
}

/** The endless list of what the member keeps. */
export function bookmarksOptions(api: Api) {
  return api.community.bookmarks.list.infiniteQueryOptions(
    {},
    { getNextPageParam: (page) => page.nextCursor },
  );
}
