import type { AnswerView } from "@neothink/api/community/answers.schema";
import type { AppRouter, RouterOutputs } from "@neothink/api/core/router";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { type ForumFilter, forumInput } from "./forum-filter.ts";

/** One topic as the list gives it. */
export type TopicItem = RouterOutputs["community"]["topics"]["list"]["items"][number];

/** One topic as its page gets it. */
export type Topic = RouterOutputs["community"]["topics"]["get"];

/** One answer. */
export type Answer = RouterOutputs["community"]["answers"]["get"];

type Api = TRPCOptionsProxy<AppRouter>;

/** The endless list of a part of the forum: the same query where it is prefetched and where it is shown. */
export function topicsOptions(api: Api, filter: ForumFilter) {
  return api.community.topics.list.infiniteQueryOptions(forumInput(filter), {
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The answers in a topic, from the beginning or from one on, growing in both directions. */
export function answersOptions(
  api: Api,
  { startAt, topicId, view }: { topicId: string; view: AnswerView; startAt: string | null },
) {
  return api.community.answers.list.infiniteQueryOptions(
    { topicId, view, ...(startAt ? { startAt } : {}) },
    {
      getNextPageParam: (page) => page.nextCursor,
      getPreviousPageParam: (page) => page.previousCursor,
    },
  );
}
