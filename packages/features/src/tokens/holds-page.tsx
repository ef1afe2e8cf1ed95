import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { requireAdminRole } from "../shell/admin-access.ts";
import { HydrateClient, prefetch, trpc } from "../shell/trpc-server.tsx";
import { HoldsView } from "./holds-view.tsx";

export function generateMetadata(): Metadata {
  return { title: "Holds" };
}

/** Awards that a rule against gaming keeps back, for review. */
export default async function HoldsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}): Promise<ReactElement> {
  await requireAdminRole("operator");
  const open = (await searchParams).decided === undefined;
  await prefetch(trpc.tokens.hold.list.queryOptions({ open }));
  return (
    <HydrateClient>
      <PageHeader
        title="Holds"
        description="What these members earn waits. Released, every award is paid as it was computed; confirmed, it is refused."
      />
      <HoldsView open={open} />
    </HydrateClient>
  );
}
