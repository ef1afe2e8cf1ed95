import { brand } from "@neothink/brand/current";
import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "../shell/trpc-server.tsx";
import { CommunityTabs } from "./community-tabs.tsx";
import { membersOptions, parseMemberFilter } from "./member-query.ts";
import { Members } from "./members.tsx";

export function generateMetadata(): Metadata {
  return { title: "Members" };
}

/** The directory of members. */
export default async function MembersPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}): Promise<ReactElement> {
  const filter = parseMemberFilter(await searchParams);
  await Promise.all([
    prefetchInfinite(membersOptions(trpc, filter)),
    prefetch(trpc.community.members.interests.queryOptions()),
  ]);
  return (
    <HydrateClient>
      <PageHeader
        title="Members"
        description={`The people of ${brand.name} and of the platforms you share, newest first.`}
      />
      <CommunityTabs current="members" />
      <Members filter={filter} />
    </HydrateClient>
  );
}
