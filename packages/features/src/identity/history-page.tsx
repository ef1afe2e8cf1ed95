import type { Metadata } from "next";
import type { ReactElement } from "react";
import { HydrateClient, prefetchInfinite, trpc } from "../shell/trpc-server.tsx";
import { HistoryList } from "./history-list.tsx";
import { historyPages } from "./history-query.ts";
import { SettingsCard } from "./settings-card.tsx";
import { SettingsFrame } from "./settings-frame.tsx";

export function generateMetadata(): Metadata {
  return { title: "Sign-in history" };
}

/** What happened to my account. */
export default async function HistoryPage(): Promise<ReactElement> {
  await prefetchInfinite(trpc.identity.signInHistory.list.infiniteQueryOptions({}, historyPages));
  return (
    <HydrateClient>
      <SettingsFrame description="What happened to your account, newest first. Look for what was not you.">
        <SettingsCard title="Sign-in history">
          <HistoryList />
        </SettingsCard>
      </SettingsFrame>
    </HydrateClient>
  );
}
