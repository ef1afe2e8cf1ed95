"use client";

import { type PlatformSlug, platformSlugs, platforms } from "@neothink/brand/platforms";
import { cn } from "@neothink/ui/cn";
import { ErrorState } from "@neothink/ui/error-state";
import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { RewardRulesEditor } from "./reward-rules-editor.tsx";

/** The rules of one platform, with the way to the others. */
export function RewardRulesView({ site }: { site: PlatformSlug }): ReactElement {
  const query = useQuery(useTRPC().tokens.rules.list.queryOptions());
  const rules = query.data?.find((one) => one.site === site);
  return (
    <div className="grid grid-cols-1 gap-8">
      <nav aria-label="Platforms" className="-mx-1 flex gap-1 overflow-x-auto p-1">
        {platformSlugs.map((slug) => (
          <Link
            key={slug}
            href={`/admin/rewards?site=${slug}`}
            aria-current={slug === site ? "page" : undefined}
            className={cn(
              "inline-flex h-9 items-center rounded-full border px-4 text-sm font-medium whitespace-nowrap text-muted-foreground hover:bg-accent",
              "aria-[current=page]:border-brand-border aria-[current=page]:bg-brand-soft aria-[current=page]:text-brand-text",
            )}
          >
            {platforms[slug].name}
          </Link>
        ))}
      </nav>
      {rules ? <RewardRulesEditor key={`${site} ${rules.version}`} rules={rules} /> : null}
      {query.isPending ? (
        <LoadingRegion label="Loading the rules" className="grid gap-4">
          <Skeleton className="h-72 rounded-xl" />
          <Skeleton className="h-96 rounded-xl" />
        </LoadingRegion>
      ) : null}
      {query.isError && !query.data ? (
        <ErrorState
          title="The rules did not load"
          requestId={apiFailure(query.error).requestId}
          onRetry={() => void query.refetch()}
        >
          {apiFailure(query.error).message}
        </ErrorState>
      ) : null}
    </div>
  );
}
