import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { requireAdminRole } from "../shell/admin-access.ts";
import { HydrateClient, prefetch, trpc } from "../shell/trpc-server.tsx";
import { BadgesView } from "./badges-view.tsx";

export function generateMetadata(): Metadata {
  return { title: "Badges" };
}

/** Badges and their rules, for operators. */
export default async function BadgesPage(): Promise<ReactElement> {
  await requireAdminRole("operator");
  await prefetch(trpc.tokens.badge.listAll.queryOptions());
  return (
    <HydrateClient>
      <PageHeader
        title="Badges"
        description="Each is given by its rule, also for what was done before. A badge that is withdrawn stays in the history with its reason."
      />
      <BadgesView />
    </HydrateClient>
  );
}
