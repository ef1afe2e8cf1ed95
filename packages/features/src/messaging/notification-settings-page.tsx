import type { Metadata } from "next";
import type { ReactElement } from "react";
import { SettingsFrame } from "../identity/settings-frame.tsx";
import { HydrateClient, prefetch, trpc } from "../shell/trpc-server.tsx";
import { NotificationSettings } from "./notification-settings.tsx";

export function generateMetadata(): Metadata {
  return { title: "Notification settings" };
}

/** What reaches me, and how. */
export default async function NotificationSettingsPage(): Promise<ReactElement> {
  await prefetch(trpc.messaging.preferences.get.queryOptions());
  return (
    <HydrateClient>
      <SettingsFrame description="What you are told, by which way, and when not.">
        <NotificationSettings />
      </SettingsFrame>
    </HydrateClient>
  );
}
