import { brand } from "@neothink/brand/current";
import { appOrigins } from "@neothink/brand/origins";
import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { HydrateClient, prefetch, trpc } from "../shell/trpc-server.tsx";
import { InviteView } from "./invite-view.tsx";

export function generateMetadata(): Metadata {
  return { title: "Invite" };
}

/** The member's link and code, and who came by them. */
export default async function InvitePage(): Promise<ReactElement> {
  await prefetch(trpc.tokens.referral.list.queryOptions());
  return (
    <HydrateClient>
      <PageHeader
        title="Invite"
        description="Bring somebody who belongs here. You are paid once they have become active, not when they sign up."
      />
      <InviteView origin={appOrigins()[brand.slug]} />
    </HydrateClient>
  );
}
