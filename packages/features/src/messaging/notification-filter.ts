import {
  type NotificationFilter,
  notificationFilters,
} from "@neothink/api/messaging/notifications.schema";

/** The parts of the notification centre, in the order of their links. */
export const filterLinks: readonly {
  readonly filter: NotificationFilter;
  readonly label: string;
}[] = [
  { filter: "all", label: "All" },
  { filter: "unread", label: "Unread" },
  { filter: "community", label: "Community" },
  { filter: "discussions", label: "Discussions" },
  { filter: "tokens", label: "Tokens" },
  { filter: "account", label: "Account" },
];

/** The part that an address asks for; everything when it names none. */
export function parseNotificationFilter(
  params: Readonly<Record<string, string | string[] | undefined>>,
): NotificationFilter {
  return notificationFilters.find((filter) => filter === params.show) ?? "all";
}

/** Address of a part of the notification centre. */
export function filterHref(filter: NotificationFilter): string {
  return filter === "all" ? "/notifications" : `/notifications?show=${filter}`;
}
