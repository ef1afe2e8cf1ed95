import { z } from "zod";

/** Lines on one page of the notification centre, and in the panel below the bell. */
export const notificationPageSize = 20;

/** Parts of the notification centre: everything, what is unread, or the kinds of one heading. */
export const notificationFilters = [
  "all",
  "unread",
  "community",
  "discussions",
  "tokens",
  "account",
] as const;
export type NotificationFilter = (typeof notificationFilters)[number];

export const ListNotifications = z.object({
  filter: z.enum(notificationFilters).default("all"),
  cursor: z.string().max(200).nullish(),
  limit: z.int().min(1).max(50).default(notificationPageSize),
});
export type ListNotifications = z.infer<typeof ListNotifications>;

export const NotificationId = z.object({ id: z.guid() });

/** A moment as `read` and `readAll` gave it: microseconds of the epoch. */
export const UndoRead = z.object({ readAt: z.string().regex(/^\d{1,17}$/) });

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Give a time such as 22:00.");
const kind = z.string().regex(/^[a-z][a-z_]{0,59}$/);

export const digests = ["none", "daily", "weekly"] as const;

/** What a member changes of their choices; what is left out stays. */
export const UpdatePreferences = z.object({
  email: z.boolean().optional(),
  digest: z.enum(digests).optional(),
  quiet: z.object({ from: clock, until: clock }).nullish(),
  kinds: z
    .partialRecord(
      kind,
      z.object({ in_app: z.boolean().optional(), email: z.boolean().optional() }),
    )
    .optional(),
});
export type UpdatePreferences = z.infer<typeof UpdatePreferences>;

/** Silences a kind, or lets it be heard again, on the platform that it came from. */
export const MuteKind = z.object({
  id: z.guid(),
  muted: z.boolean(),
});
