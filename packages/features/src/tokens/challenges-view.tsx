"use client";

import type { RouterOutputs } from "@neothink/api/core/router";
import { Badge } from "@neothink/ui/badge";
import { Card } from "@neothink/ui/card";
import { EmptyState } from "@neothink/ui/empty-state";
import { formatAmount, formatCount } from "@neothink/ui/format-number";
import { Progress } from "@neothink/ui/progress";
import { Time } from "@neothink/ui/time";
import { useQuery } from "@tanstack/react-query";
import { Flag } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";
import { ChallengeForm } from "./challenge-form.tsx";
import { QueryFace } from "./query-face.tsx";

/** One challenge as lists give it. */
export type Challenge = RouterOutputs["tokens"]["challenge"]["list"]["items"][number];

/** The challenges of this app; editors set up new ones here. */
export function ChallengesView(): ReactElement {
  const query = useQuery(useTRPC().tokens.challenge.list.queryOptions());
  return (
    <QueryFace query={query} what="challenges">
      {({ items, editor }) => (
        <div className="grid gap-6">
          {editor ? <ChallengeForm /> : null}
          {items.length === 0 ? (
            <EmptyState icon={<Flag />} title="No challenge yet">
              When one is set up, it stands here and you can join it.
            </EmptyState>
          ) : (
            <ul className="grid gap-4 sm:grid-cols-2">
              {items.map((challenge) => (
                <li key={challenge.id}>
                  <ChallengeCard challenge={challenge} />
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </QueryFace>
  );
}

const statusNames: Readonly<Record<string, string>> = {
  upcoming: "Begins soon",
  active: "Running",
  completed: "Over",
  canceled: "Canceled",
};

/** What state a challenge is in. */
export function ChallengeStatus({ status }: { status: string }): ReactElement {
  return <Badge>{statusNames[status] ?? status}</Badge>;
}

/** How far a challenge has come toward its goal. */
export function ChallengeProgress({ challenge }: { challenge: Challenge }): ReactElement {
  const { total, goal, contributors } = challenge;
  return (
    <div className="grid gap-2 text-[0.8125rem] leading-5 text-muted-foreground">
      {goal === null ? null : (
        <Progress
          value={Number(total)}
          max={Number(goal)}
          label={`Progress of ${challenge.title}`}
        />
      )}
      <p className="figures">
        {formatAmount(total)}
        {goal === null ? " contributed" : ` of ${formatAmount(goal)}`} by{" "}
        {formatCount(contributors)} {contributors === 1 ? "member" : "members"}
      </p>
    </div>
  );
}

function ChallengeCard({ challenge }: { challenge: Challenge }): ReactElement {
  return (
    <Card className="relative flex h-full flex-col gap-3 p-5 hover:bg-accent">
      <div className="flex items-center gap-2">
        <ChallengeStatus status={challenge.status} />
        {challenge.joined ? <Badge>You take part</Badge> : null}
      </div>
      <h2 className="text-base font-semibold tracking-tight">
        <Link
          href={`/challenges/${challenge.id}`}
          className="after:absolute after:inset-0 after:rounded-xl"
        >
          {challenge.title}
        </Link>
      </h2>
      <p className="line-clamp-3 text-sm leading-6 text-muted-foreground">
        {challenge.description}
      </p>
      <div className="mt-auto grid gap-2 pt-1">
        <ChallengeProgress challenge={challenge} />
        <p className="text-[0.8125rem] leading-5 text-muted-foreground">
          {challenge.prize === null
            ? "No prize but the doing"
            : `${formatAmount(challenge.prize)} ${challenge.tokenType} to split`}
          {challenge.endsAt ? (
            <>
              {" · ends "}
              <Time value={challenge.endsAt} />
            </>
          ) : null}
        </p>
      </div>
    </Card>
  );
}
