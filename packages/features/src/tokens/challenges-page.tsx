import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { HydrateClient, prefetch, trpc } from "../shell/trpc-server.tsx";
import { ChallengesView } from "./challenges-view.tsx";

export function generateMetadata(): Metadata {
  return { title: "Challenges" };
}

/** The challenges of this app. */
export default async function ChallengesPage(): Promise<ReactElement> {
  await prefetch(trpc.tokens.challenge.list.queryOptions());
  return (
    <HydrateClient>
      <PageHeader
        title="Challenges"
        description="Reach a goal together. The prize is split by what each contributed, to the last unit."
      />
      <ChallengesView />
    </HydrateClient>
  );
}
