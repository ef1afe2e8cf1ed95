"use client";

import type { ForumCategory } from "@neothink/brand/forum";
import { Button } from "@neothink/ui/button";
import { ErrorState } from "@neothink/ui/error-state";
import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useLive } from "../shell/live.tsx";
import { useTRPC } from "../shell/trpc-client.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { AnswerList } from "./answer-list.tsx";
import { AnswerViewSwitch } from "./answer-view-switch.tsx";
import { TopicHead } from "./topic-head.tsx";
import { TopicRelated } from "./topic-related.tsx";

/** A question, its answers, and the place for another. */
export function TopicView({
  topicId,
  lastReadAt,
  startAt,
  categories,
}: {
  topicId: string;
  /** Until when the reader had read before this visit; null when they were never here. */
  lastReadAt: Date | null;
  /** Answer that the address points at; null for the beginning. */
  startAt: string | null;
  categories: readonly ForumCategory[];
}): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  // What was new when the visit began stays marked while it lasts.
  const [since] = useState(lastReadAt);
  const query = useQuery(api.community.topics.get.queryOptions({ id: topicId }));
  const rights = useQuery(api.community.topics.rights.queryOptions());
  useLive([`topic:${topicId}`], () => {
    void client.invalidateQueries({ queryKey: api.community.topics.get.queryKey({ id: topicId }) });
    void client.invalidateQueries({ queryKey: api.community.answers.pathKey() });
  });
  const topic = query.data;
  const view = rights.data?.view ?? "nested";
  const closed = topic?.status === "closed" || topic?.status === "archived";
  return (
    <div className="mx-auto grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-6">
      <div>
        <Button asChild variant="ghost" size="sm" className="-ml-3">
          <Link href="/forum">
            <ArrowLeft aria-hidden="true" />
            All topics
          </Link>
        </Button>
      </div>
      {topic ? (
        <>
          <TopicHead
            topic={topic}
            moderator={rights.data?.moderator ?? false}
            categories={categories}
          />
          <section
            id="answers"
            aria-labelledby="answers-title"
            className="grid scroll-mt-20 grid-cols-[minmax(0,1fr)] gap-5"
          >
            <div className="flex flex-wrap items-center justify-between gap-3">
              <h2 id="answers-title" className="text-base font-semibold tracking-tight">
                {topic.answerCount === 1 ? "1 answer" : `${topic.answerCount} answers`}
              </h2>
              <AnswerViewSwitch view={view} />
            </div>
            <AnswerList
              key={view}
              topic={topic}
              view={view}
              startAt={startAt}
              since={since}
              moderator={rights.data?.moderator ?? false}
            />
            {closed || topic.deletedAt ? (
              <p className="rounded-md border border-dashed p-4 text-sm text-muted-foreground">
                This topic is closed. Its answers stay.
              </p>
            ) : (
              <AnswerForm topicId={topicId} />
            )}
          </section>
          <TopicRelated topicId={topicId} />
        </>
      ) : null}
      {query.isPending ? (
        <LoadingRegion label="Loading the topic" className="grid gap-4">
          <Skeleton className="h-8 w-2/3" />
          <Skeleton className="h-32" />
        </LoadingRegion>
      ) : null}
      {query.isError && !topic ? (
        <ErrorState
          title="This topic did not load"
          requestId={apiFailure(query.error).requestId}
          onRetry={() => void query.refetch()}
        >
          {apiFailure(query.error).message}
        </ErrorState>
      ) : null}
    </div>
  );
}
