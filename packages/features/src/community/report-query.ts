import { type ReportableType, reportableLabels } from "@neothink/api/community/reports.schema";
import type { AppRouter, RouterOutputs } from "@neothink/api/core/router";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";

type Api = TRPCOptionsProxy<AppRouter>;

/** Something that waits for moderators. */
export type QueueItem = RouterOutputs["community"]["moderation"]["list"]["items"][number];

/** A decision as moderators see it. */
export type Decision = RouterOutputs["community"]["moderation"]["decisions"]["items"][number];

/** Parts of the moderation page. */
export const moderationParts = ["reports", "appeals", "decided"] as const;
export type ModerationPart = (typeof moderationParts)[number];

/** What the queue is narrowed to. */
export interface QueueFilter {
  readonly contentType?: ReportableType;
}

/** The endless queue of what was reported. */
export function queueOptions(api: Api, filter: QueueFilter) {
  return api.community.moderation.list.infiniteQueryOptions(filter, {
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The endless list of decisions, or of appeals that wait. */
export function decisionsOptions(api: Api, appealed: boolean) {
  return api.community.moderation.decisions.infiniteQueryOptions(
    { appealed },
    { getNextPageParam: (page) => page.nextCursor },
  );
}

/** The endless list of what the viewer reported. */
export function ownReportsOptions(api: Api) {
  return api.community.reports.list.infiniteQueryOptions(
    {},
    { getNextPageParam: (page) => page.nextCursor },
  );
}

/** The word for a kind of thing; "thing" for those of a later version. */
export function labelOf(type: string): string {
  return Object.entries(reportableLabels).find(([name]) => name === type)?.[1] ?? "thing";
}

/** Where a thing is seen; `parentId` is the post of a comment, the topic of an answer. */
export function thingHref(type: string, id: string, parentId: string | null): string {
  switch (type) {
    case "post":
      return `/community/${id}`;
    case "post_comment":
      return `/community/${parentId ?? ""}#c-${id}`;
    case "discussion_topic":
      return `/forum/${id}`;
    case "discussion_post":
      return `/forum/${parentId ?? ""}#a-${id}`;
    default:
      return `/members/${id}`;
  }
}

/** What a measure is called when it is done. */
export const measureLabels: Readonly<Record<string, string>> = {
  dismiss: "Dismissed",
  remove: "Removed",
  warn: "Warned",
  suspend: "Suspended",
};
