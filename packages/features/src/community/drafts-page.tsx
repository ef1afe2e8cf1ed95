import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { HydrateClient, prefetch, trpc } from "../shell/trpc-server.tsx";
import { DraftsView } from "./drafts-view.tsx";

export function generateMetadata(): Metadata {
  return { title: "Drafts and scheduled posts" };
}

/** What the member has not published yet. */
export default async function DraftsPage(): Promise<ReactElement> {
  await Promise.all([
    prefetch(trpc.community.drafts.list.queryOptions()),
    prefetch(trpc.community.posts.scheduled.queryOptions()),
  ]);
  return (
    <HydrateClient>
      <div className="mx-auto max-w-2xl">
        <PageHeader
          title="Drafts and scheduled posts"
          description="Seen by you alone until they appear."
        />
        <DraftsView />
      </div>
    </HydrateClient>
  );
}
