import { PageHeader } from "@neothink/ui/page-header";
import type { Metadata } from "next";
import type { ReactElement } from "react";
import { requireAdminRole } from "../shell/admin-access.ts";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "../shell/trpc-server.tsx";
import { Moderation } from "./moderation.tsx";
import { decisionsOptions, moderationParts, queueOptions } from "./report-query.ts";

export function generateMetadata(): Metadata {
  return { title: "Moderation" };
}

/** What members reported, what they appeal, and what was decided. */
export default async function ModerationPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}): Promise<ReactElement> {
  await requireAdminRole("moderator");
  const asked = (await searchParams).part;
  const part = moderationParts.find((name) => name === asked) ?? "reports";
  await Promise.all([
    prefetch(trpc.community.moderation.waiting.queryOptions()),
    part === "reports"
      ? prefetchInfinite(queueOptions(trpc, {}))
      : prefetchInfinite(decisionsOptions(trpc, part === "appeals")),
  ]);
  return (
    <HydrateClient>
      <div className="max-w-4xl">
        <PageHeader
          title="Moderation"
          description="Every decision is told to both sides with your reason, and written down."
        />
        <Moderation part={part} />
      </div>
    </HydrateClient>
  );
}
