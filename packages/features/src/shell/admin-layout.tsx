import { brand } from "@neothink/brand/current";
import { Badge } from "@neothink/ui/badge";
import { ThemeToggle } from "@neothink/ui/theme-toggle";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactElement, ReactNode } from "react";

import { SessionWatch } from "../identity/session-watch.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { adminItems } from "./admin-access.ts";
import { AdminNavigation } from "./admin-navigation.tsx";
import { frameData } from "./frame-data.ts";
import { ApiProvider } from "./trpc-client.tsx";
import { Wordmark } from "./wordmark.tsx";

/** The frame of the administration. Whoever may enter no part of it finds nothing here. */
export default async function AdminLayout({
  children,
}: {
  children: ReactNode;
}): Promise<ReactElement> {
  const { id, name, email, avatarUrl } = await frameData();
  const items = await adminItems();
  if (items.length === 0) {
    notFound();
  }
  return (
    <ApiProvider>
      <SessionWatch viewerId={id} />
      <header className="sticky top-0 z-40 border-b bg-background/85 backdrop-blur-md">
        <div className="mx-auto flex h-16 max-w-[84rem] items-center justify-between gap-3 px-4 sm:px-6">
          <div className="flex items-center gap-3">
            <Link href="/home" className="-mx-1 rounded-md px-1 py-1">
              <Wordmark platform={brand} />
            </Link>
            <Badge variant="outline">Admin</Badge>
          </div>
          <div className="flex items-center gap-1 sm:gap-2">
            <ThemeToggle />
            <AccountMenu name={name} email={email} avatarUrl={avatarUrl} />
          </div>
        </div>
      </header>
      <div className="mx-auto max-w-[84rem] px-4 sm:px-6 lg:flex">
        <aside className="pt-3 lg:sticky lg:top-16 lg:h-[calc(100dvh-4rem)] lg:w-55 lg:shrink-0 lg:py-8 lg:pr-6">
          <AdminNavigation items={items} />
        </aside>
        <main id="content" className="min-w-0 flex-1 pt-8 pb-21 sm:pt-10 lg:pl-8">
          {children}
        </main>
      </div>
    </ApiProvider>
  );
}
