import type { ActivityMode } from "@neothink/api/community/activity.schema";
import type { AppRouter, RouterOutputs } from "@neothink/api/core/router";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";

type Api = TRPCOptionsProxy<AppRouter>;

/** Something that a member did. */
export type Activity = RouterOutputs["community"]["activity"]["list"]["items"][number];

/** The endless list of what members did. */
export function activityOptions(api: Api, mode: ActivityMode) {
  return api.community.activity.list.infiniteQueryOptions(
    { mode },
    { getNextPageParam: (page) => page.nextCursor },
  );
}
