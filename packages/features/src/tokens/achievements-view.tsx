"use client";

import type { RouterOutputs } from "@neothink/api/core/router";
import { Button } from "@neothink/ui/button";
import { Card } from "@neothink/ui/card";
import { cn } from "@neothink/ui/cn";
import { EmptyState } from "@neothink/ui/empty-state";
import { formatCount } from "@neothink/ui/format-number";
import { Progress } from "@neothink/ui/progress";
import { Time } from "@neothink/ui/time";
import { toastError, toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Award, Medal, Share2 } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { QueryFace } from "./query-face.tsx";

type Earnable = RouterOutputs["tokens"]["badge"]["list"][number];

/** Everything that can be earned in this app, what the member has first. */
export function AchievementsView({ origin }: { origin: string }): ReactElement {
  const query = useQuery(useTRPC().tokens.badge.list.queryOptions());
  return (
    <QueryFace query={query} what="achievements">
      {(all) =>
        all.length === 0 ? (
          <EmptyState icon={<Award />} title="Nothing can be earned here yet">
            When there are badges, they stand here with the way to each.
          </EmptyState>
        ) : (
          <div className="grid gap-10">
            <Group
              title="Badges"
              all={all.filter((each) => each.kind === "badge")}
              origin={origin}
            />
            <Group
              title="Achievements"
              all={all.filter((each) => each.kind === "achievement")}
              origin={origin}
            />
          </div>
        )
      }
    </QueryFace>
  );
}

function Group({
  title,
  all,
  origin,
}: {
  title: string;
  all: readonly Earnable[];
  origin: string;
}): ReactElement {
  const earned = all.filter((each) => each.earnedId !== null && each.revokedAt === null).length;
  return (
    <section aria-labelledby={title} className="grid gap-4">
      <h2 id={title} className="text-lg font-semibold tracking-tight">
        {title}{" "}
        <span className="figures font-normal text-muted-foreground">
          {earned} of {all.length}
        </span>
      </h2>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {all.map((each) => (
          <li key={each.id}>
            <EarnableCard each={each} origin={origin} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function EarnableCard({ each, origin }: { each: Earnable; origin: string }): ReactElement {
  const held = each.earnedId !== null && each.revokedAt === null;
  const Icon = each.kind === "badge" ? Award : Medal;
  return (
    <Card className="flex h-full flex-col gap-3 p-5">
      <span
        aria-hidden="true"
        className={cn(
          "grid size-11 place-items-center rounded-lg",
          held ? "bg-brand-soft text-brand-text" : "bg-muted text-muted-foreground",
        )}
      >
        <Icon className="size-5" />
      </span>
      <div className="grid gap-1">
        <h3 className="text-base font-semibold tracking-tight">{each.title}</h3>
        <p className="text-sm leading-6 text-muted-foreground">{each.description}</p>
        {each.role ? (
          <p className="text-[0.8125rem] text-muted-foreground">For those who are {each.role}.</p>
        ) : null}
      </div>
      <div className="mt-auto grid gap-2 pt-1 text-[0.8125rem] leading-5 text-muted-foreground">
        <Standing each={each} held={held} />
        {each.kind === "badge" && each.holders > 0 ? (
          <p>Held by {formatCount(each.holders)}</p>
        ) : null}
        {held && each.kind === "badge" ? <ShareButton each={each} origin={origin} /> : null}
      </div>
    </Card>
  );
}

function Standing({ each, held }: { each: Earnable; held: boolean }): ReactElement | null {
  if (each.revokedAt !== null) {
    return (
      <p>
        Withdrawn <Time value={each.revokedAt} />: {each.revokeReason}
      </p>
    );
  }
  if (held && each.earnedAt !== null) {
    return (
      <p>
        Earned <Time value={each.earnedAt} />
      </p>
    );
  }
  if (!each.progress) {
    return null;
  }
  return (
    <>
      <p>{each.words}</p>
      <Progress
        value={each.progress.done}
        max={each.progress.needed}
        label={`Way to ${each.title}`}
      />
      <p className="figures">
        {each.progress.done} of {each.progress.needed}
      </p>
    </>
  );
}

function ShareButton({ each, origin }: { each: Earnable; origin: string }): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const path = `/badges/${each.earnedId}`;
  const share = useMutation(
    api.tokens.badge.share.mutationOptions({
      onSuccess: async (_, { shared }) => {
        await client.invalidateQueries({ queryKey: api.tokens.badge.pathKey() });
        if (shared) {
          await navigator.clipboard
            .writeText(`${origin}${path}`)
            .then(() => toastSuccess("The address is copied. Everyone who has it sees the badge."))
            .catch(() => toastSuccess("Everyone who has the address sees the badge now."));
        }
      },
      onError: (error) => toastError(apiFailure(error).message),
    }),
  );
  if (each.earnedId === null) {
    return <span />;
  }
  const id = each.earnedId;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        variant="outline"
        size="sm"
        disabled={share.isPending}
        aria-label={each.sharedAt ? `Stop sharing ${each.title}` : `Share ${each.title}`}
        onClick={() => share.mutate({ id, shared: each.sharedAt === null })}
      >
        <Share2 aria-hidden="true" />
        {each.sharedAt ? "Stop sharing" : "Share"}
      </Button>
      {each.sharedAt ? (
        <Link href={path} className="text-brand-text underline underline-offset-4">
          Its page<span className="sr-only"> of {each.title}</span>
        </Link>
      ) : null}
    </div>
  );
}
