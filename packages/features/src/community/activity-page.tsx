import { activityModes } from "@neothink/api/community/activity.schema";
import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { HydrateClient, prefetchInfinite, trpc } from "../shell/trpc-server.tsx";
import { ActivityList } from "./activity-list.tsx";
import { activityOptions } from "./activity-query.ts";
import { CommunityTabs } from "./community-tabs.tsx";

export function generateMetadata(): Metadata {
  return { title: "Activity" };
}

/** What members did lately: all of them, or those whom the viewer follows. */
export default async function ActivityPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}): Promise<ReactElement> {
  const asked = (await searchParams).mode;
  const mode = activityModes.find((name) => name === asked) ?? "all";
  await prefetchInfinite(activityOptions(trpc, mode));
  return (
    <HydrateClient>
      <div className="mx-auto max-w-2xl">
        <PageHeader title="Activity" description="What members did lately, newest first." />
        <CommunityTabs current="activity" />
        <ActivityList mode={mode} />
      </div>
    </HydrateClient>
  );
}
