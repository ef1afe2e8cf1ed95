import { isPlatformSlug } from "@neothink/brand/platforms";
import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { requireAdminRole } from "../shell/admin-access.ts";
import { HydrateClient, prefetch, trpc } from "../shell/trpc-server.tsx";
import { RewardRulesView } from "./reward-rules-view.tsx";

export function generateMetadata(): Metadata {
  return { title: "Reward rules" };
}

/** What each platform pays for what; changed only after seeing the effect on the real past. */
export default async function RewardRulesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}): Promise<ReactElement> {
  await requireAdminRole("operator");
  const { site } = await searchParams;
  await prefetch(trpc.tokens.rules.list.queryOptions());
  return (
    <HydrateClient>
      <PageHeader
        title="Reward rules"
        description="What each platform pays for what. Look at what a change would have done to the real past, then save it."
      />
      <RewardRulesView site={isPlatformSlug(site) ? site : "hub"} />
    </HydrateClient>
  );
}
