import { brand } from "@neothink/brand/current";
import { forumCategories } from "@neothink/brand/forum";
import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { HydrateClient, prefetch, trpc } from "../shell/trpc-server.tsx";
import { TopicNew } from "./topic-new.tsx";

export function generateMetadata(): Metadata {
  return { title: "Ask a question" };
}

/** Where a member opens a topic. */
export default async function ForumNewPage(): Promise<ReactElement> {
  await prefetch(trpc.community.topics.rights.queryOptions());
  return (
    <HydrateClient>
      <div className="mx-auto max-w-2xl">
        <PageHeader
          title="Ask a question"
          description="Say what you want to know, what you have tried, and what a good answer would change."
        />
        <TopicNew categories={forumCategories[brand.slug]} />
      </div>
    </HydrateClient>
  );
}
