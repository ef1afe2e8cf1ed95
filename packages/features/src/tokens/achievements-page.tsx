import { brand } from "@neothink/brand/current";
import { appOrigins } from "@neothink/brand/origins";
import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { HydrateClient, prefetch, trpc } from "../shell/trpc-server.tsx";
import { AchievementsView } from "./achievements-view.tsx";

export function generateMetadata(): Metadata {
  return { title: "Achievements" };
}

/** Badges and achievements: what was earned, and how far the rest is. */
export default async function AchievementsPage(): Promise<ReactElement> {
  await prefetch(trpc.tokens.badge.list.queryOptions());
  return (
    <HydrateClient>
      <PageHeader
        title="Achievements"
        description="Badges can be seen by others and shared. Achievements are yours alone, and never lost."
      />
      <AchievementsView origin={appOrigins()[brand.slug]} />
    </HydrateClient>
  );
}
