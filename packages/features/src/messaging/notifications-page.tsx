import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "../shell/trpc-server.tsx";
import { parseNotificationFilter } from "./notification-filter.ts";
import { noticesOptions } from "./notification-query.ts";
import { Notifications } from "./notifications.tsx";

export function generateMetadata(): Metadata {
  return { title: "Notifications" };
}

/** What happened around the member. */
export default async function NotificationsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}): Promise<ReactElement> {
  const filter = parseNotificationFilter(await searchParams);
  await Promise.all([
    prefetchInfinite(noticesOptions(trpc, filter)),
    prefetch(trpc.messaging.notifications.unread.queryOptions()),
  ]);
  return (
    <HydrateClient>
      <div className="mx-auto max-w-2xl">
        <PageHeader title="Notifications" description="What happened around you, newest first." />
        <Notifications filter={filter} />
      </div>
    </HydrateClient>
  );
}
