import type { AppRouter, RouterOutputs } from "@neothink/api/core/router";
import type { NotificationFilter } from "@neothink/api/messaging/notifications.schema";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";

/** One line of the notification centre. */
export type Notice = RouterOutputs["messaging"]["notifications"]["list"]["items"][number];

type Api = TRPCOptionsProxy<AppRouter>;

/** The endless list of a part of the centre: the same query where it is prefetched and where it is shown. */
export function noticesOptions(api: Api, filter: NotificationFilter) {
  return api.messaging.notifications.list.infiniteQueryOptions(
    { filter },
    { getNextPageParam: (page) => page.nextCursor },
  );
}

// The panel is a look at the newest; the page has the rest.
const panelSize = 8;

/** The newest lines, for the panel below the bell. */
export function latestOptions(api: Api) {
  return api.messaging.notifications.list.queryOptions({ limit: panelSize });
}
