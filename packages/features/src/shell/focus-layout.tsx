import { brand } from "@neothink/brand/current";
import { ThemeToggle } from "@neothink/ui/theme-toggle";
import type { ReactElement, ReactNode } from "react";

import { SessionWatch } from "../identity/session-watch.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { frameData } from "./frame-data.ts";
import { ApiProvider } from "./trpc-client.tsx";
import { Wordmark } from "./wordmark.tsx";

/** The frame of a page that wants the whole attention: no navigation, one task. */
export default async function FocusLayout({
  children,
}: {
  children: ReactNode;
}): Promise<ReactElement> {
  const { id, name, email, avatarUrl } = await frameData();
  return (
    <ApiProvider>
      <SessionWatch viewerId={id} />
      <header className="mx-auto flex h-16 max-w-[76rem] items-center justify-between px-5 sm:px-8">
        <Wordmark platform={brand} />
        <div className="flex items-center gap-1">
          <ThemeToggle />
          <AccountMenu name={name} email={email} avatarUrl={avatarUrl} />
        </div>
      </header>
      <main id="content" className="mx-auto max-w-2xl px-5 pt-8 pb-21 sm:px-8 sm:pt-13">
        {children}
      </main>
    </ApiProvider>
  );
}
