"use client";

import { cn } from "@neothink/ui/cn";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactElement } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";
import { ModerationDecisions } from "./moderation-decisions.tsx";
import { ModerationQueue } from "./moderation-queue.tsx";
import type { ModerationPart } from "./report-query.ts";

/** The three parts of the moderation page. */
export function Moderation({ part }: { part: ModerationPart }): ReactElement {
  const { data } = useQuery(useTRPC().community.moderation.waiting.queryOptions());
  const parts = [
    { key: "reports", label: "Reports", count: data?.reports ?? 0 },
    { key: "appeals", label: "Appeals", count: data?.appeals ?? 0 },
    { key: "decided", label: "Decided", count: 0 },
  ] as const;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <nav aria-label="Parts of moderation" className="flex gap-1 overflow-x-auto border-b">
        {parts.map(({ count, key, label }) => (
          <Link
            key={key}
            href={key === "reports" ? "/admin/moderation" : `/admin/moderation?part=${key}`}
            aria-current={key === part ? "page" : undefined}
            className={cn(
              "-mb-px inline-flex h-10 items-center gap-2 border-b-2 border-transparent px-3 text-sm font-medium whitespace-nowrap text-muted-foreground hover:text-foreground",
              "aria-[current=page]:border-brand aria-[current=page]:text-foreground",
            )}
          >
            {label}
            {count > 0 ? <span className="figures text-xs">{count}</span> : null}
          </Link>
        ))}
      </nav>
      {part === "reports" ? (
        <ModerationQueue />
      ) : (
        <ModerationDecisions appealed={part === "appeals"} />
      )}
    </div>
  );
}
