import type { Metadata } from "next";
import type { ReactElement } from "react";
import { SettingsFrame } from "../identity/settings-frame.tsx";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "../shell/trpc-server.tsx";
import { OwnDecisions } from "./own-decisions.tsx";
import { OwnReports } from "./own-reports.tsx";
import { ownReportsOptions } from "./report-query.ts";

export function generateMetadata(): Metadata {
  return { title: "Reports" };
}

/** What I reported and what became of it; what was decided about me, and how to appeal. */
export default async function ReportsPage(): Promise<ReactElement> {
  await Promise.all([
    prefetchInfinite(ownReportsOptions(trpc)),
    prefetch(trpc.community.reports.decisions.queryOptions()),
  ]);
  return (
    <HydrateClient>
      <SettingsFrame description="What you reported, and what moderators decided about you.">
        <OwnDecisions />
        <OwnReports />
      </SettingsFrame>
    </HydrateClient>
  );
}
