import { appOrigins } from "@neothink/brand/origins";
import { ThemeToggle } from "@neothink/ui/theme-toggle";
import type { ReactElement, ReactNode } from "react";

import { SessionWatch } from "../identity/session-watch.tsx";
import { NotificationBell } from "../messaging/notification-bell.tsx";
import { SearchButton } from "../search/search-button.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { AppSwitcher } from "./app-switcher.tsx";
import { BalanceChip } from "./balance-chip.tsx";
import { frameData } from "./frame-data.ts";
import { LiveProvider } from "./live.tsx";
import { BottomNavigation, SideNavigation } from "./navigation.tsx";
import { ApiProvider } from "./trpc-client.tsx";
import { caller, HydrateClient, prefetch, trpc } from "./trpc-server.tsx";

/** The frame of a member's pages: switcher, balance and account above, navigation beside or below. */
export default async function MemberLayout({
  children,
}: {
  children: ReactNode;
}): Promise<ReactElement> {
  // Before anything is read, so that nothing falls between the page and its live news.
  const since = await livePosition();
  const [{ id, name, email, avatarUrl, access }] = await Promise.all([
    frameData(),
    prefetch(trpc.tokens.balance.get.queryOptions()),
    prefetch(trpc.messaging.notifications.unread.queryOptions()),
  ]);
  return (
    <ApiProvider>
      <LiveProvider since={since}>
        <SessionWatch viewerId={id} />
        <header className="sticky top-0 z-40 border-b bg-background/85 backdrop-blur-md">
          <div className="mx-auto flex h-16 max-w-[84rem] items-center justify-between gap-1 px-3 sm:gap-3 sm:px-6">
            <AppSwitcher origins={appOrigins()} access={access} />
            <div className="flex items-center sm:gap-2">
              <SearchButton />
              <HydrateClient>
                <BalanceChip />
                <NotificationBell viewerId={id} />
              </HydrateClient>
              <ThemeToggle className="max-sm:hidden" />
              <AccountMenu name={name} email={email} avatarUrl={avatarUrl} />
            </div>
          </div>
        </header>
        <div className="mx-auto flex max-w-[84rem] px-4 sm:px-6">
          <aside className="sticky top-16 hidden h-[calc(100dvh-4rem)] w-55 shrink-0 py-8 pr-6 lg:block">
            <SideNavigation />
          </aside>
          <main id="content" className="min-w-0 flex-1 pt-8 pb-28 sm:pt-13 lg:pb-21 lg:pl-8">
            <div className="mx-auto max-w-[62rem]">{children}</div>
          </main>
        </div>
        <BottomNavigation className="lg:hidden" />
      </LiveProvider>
    </ApiProvider>
  );
}

/** Where the live news stand; null when they are away, and for those who may not listen. */
async function livePosition(): Promise<string | null> {
  const api = await caller();
  return api.live.position().catch(() => null);
}
