import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { HydrateClient, prefetchInfinite, trpc } from "../shell/trpc-server.tsx";
import { BookmarkList } from "./bookmark-list.tsx";
import { bookmarksOptions } from "./feed-query.ts";

export function generateMetadata(): Metadata {
  return { title: "Bookmarks" };
}

/** What the member keeps, with reminders. */
export default async function BookmarksPage(): Promise<ReactElement> {
  await prefetchInfinite(bookmarksOptions(trpc));
  return (
    <HydrateClient>
      <div className="mx-auto max-w-2xl">
        <PageHeader title="Bookmarks" description="Posts you keep. Only you see them." />
        <BookmarkList />
      </div>
    </HydrateClient>
  );
}
