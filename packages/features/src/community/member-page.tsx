import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, type ReactElement } from "react";
import { z } from "zod";
import {
  caller,
  getQueryClient,
  HydrateClient,
  prefetchInfinite,
  trpc,
} from "../shell/trpc-server.tsx";
import { contributionsOptions, type MemberData } from "./member-query.ts";
import { MemberView } from "./member-view.tsx";

interface Props {
  params: Promise<{ memberId: string }>;
}

/** The member of this address; null when the viewer finds nobody there. */
const memberOf = cache(async (id: string): Promise<MemberData | null> => {
  if (!z.guid().safeParse(id).success) {
    return null;
  }
  const api = await caller();
  return api.community.members.get({ id }).catch(() => null);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const member = await memberOf((await params).memberId);
  return { title: member ? (member.name ?? "A member") : "Member not found" };
}

/** The public profile of a member. */
export default async function MemberPage({ params }: Props): Promise<ReactElement> {
  const { memberId } = await params;
  const member = await memberOf(memberId);
  if (!member) {
    notFound();
  }
  const key = trpc.community.members.get.queryKey({ id: memberId });
  getQueryClient().setQueryData(key, member);
  await prefetchInfinite(contributionsOptions(trpc, memberId));
  return (
    <HydrateClient>
      <MemberView id={memberId} />
    </HydrateClient>
  );
}
