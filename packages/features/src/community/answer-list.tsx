"use client";

import type { AnswerView } from "@neothink/api/community/answers.schema";
import { Button } from "@neothink/ui/button";
import { cn } from "@neothink/ui/cn";
import { ErrorState } from "@neothink/ui/error-state";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Fragment, type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { AnswerItem } from "./answer-item.tsx";
import { type AnswerEntry, answerEntries, withoutFolded } from "./answer-tree.ts";
import { type Answer, answersOptions, type Topic } from "./forum-query.ts";
import { useLinkedAnswer } from "./use-linked-answer.ts";
import { useNoteRead } from "./use-note-read.ts";

// A class for each level: the page's policy allows no styles written into elements.
const indents = [
  "",
  "ml-3 sm:ml-6",
  "ml-6 sm:ml-12",
  "ml-9 sm:ml-18",
  "ml-12 sm:ml-24",
  "ml-14 sm:ml-30",
  "ml-16 sm:ml-36",
  "ml-18 sm:ml-40",
  "ml-20 sm:ml-44",
];

/** The answers in a topic: the accepted one first, then threads that fold, or all by time. */
export function AnswerList({
  topic,
  view,
  startAt,
  since,
  moderator,
}: {
  topic: Topic;
  view: AnswerView;
  startAt: string | null;
  since: Date | null;
  moderator: boolean;
}): ReactElement {
  const api = useTRPC();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const query = useInfiniteQuery(answersOptions(api, { topicId: topic.id, view, startAt }));
  const accepted = useQuery({
    ...api.community.answers.get.queryOptions({ id: topic.acceptedPostId ?? "" }),
    enabled: topic.acceptedPostId !== null,
  });
  const answers = query.data?.pages.flatMap((page) => page.items) ?? [];
  const linked = useLinkedAnswer(answers.map(({ id }) => id));
  useNoteRead(topic.id, query.data ? readUntil(topic, answers, view, query.hasNextPage) : null);

  if (query.isPending) {
    return (
      <LoadingRegion label="Loading answers" className="grid gap-4">
        <Skeleton className="h-24" />
        <Skeleton className="h-24" />
      </LoadingRegion>
    );
  }
  if (query.isError && !query.data) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState
        title="The answers did not load"
        requestId={requestId}
        onRetry={() => void query.refetch()}
      >
        {message}
      </ErrorState>
    );
  }

  function toggle(key: string): void {
    const next = new Set(folded);
    if (!next.delete(key)) {
      next.add(key);
    }
    setFolded(next);
  }

  const entries: readonly AnswerEntry[] =
    view === "nested"
      ? withoutFolded(answerEntries(answers), folded)
      : answers.map((answer) => ({ key: answer.threadKey, depth: 0, answer, replies: 0 }));
  const isFresh = (answer: Answer): boolean =>
    since !== null && !answer.own && answer.createdAt > since;
  const firstFresh = view === "flat" ? answers.find(isFresh)?.id : undefined;
  // Where the list begins with it anyway, it is not shown twice.
  const leads = answers[0]?.id === topic.acceptedPostId && !query.hasPreviousPage;
  const solution = topic.acceptedPostId === null || leads ? undefined : accepted.data;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {solution ? (
        <section aria-label="Accepted answer" className="rounded-xl border border-success/40">
          <AnswerItem topic={topic} answer={solution} moderator={moderator} copy="top" />
        </section>
      ) : null}
      {query.hasPreviousPage ? (
        <Button
          variant="outline"
          className="justify-self-center"
          aria-disabled={query.isFetchingPreviousPage || undefined}
          onClick={() => void query.fetchPreviousPage()}
        >
          Load earlier answers
        </Button>
      ) : null}
      {entries.length === 0 ? (
        <p className="text-sm text-muted-foreground">
          No answers yet. What you know may be just what is missing.
        </p>
      ) : (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
          {entries.map(({ answer, depth, key, replies }) => (
            <Fragment key={key}>
              {answer && answer.id === firstFresh ? (
                <li className="flex items-center gap-3 text-xs font-medium text-brand-text">
                  <span className="h-px flex-1 bg-brand-border" />
                  New since you were here
                  <span className="h-px flex-1 bg-brand-border" />
                </li>
              ) : null}
              <li className={cn(depth > 0 && "border-l pl-1", indents[Math.min(depth, 8)])}>
                {answer ? (
                  <AnswerItem
                    topic={topic}
                    answer={answer}
                    moderator={moderator}
                    fresh={view === "nested" && isFresh(answer)}
                    linked={answer.id === linked}
                    fold={
                      replies > 0
                        ? { replies, folded: folded.has(key), toggle: () => toggle(key) }
                        : null
                    }
                  />
                ) : (
                  <p className="p-3 text-sm text-muted-foreground italic">
                    This answer is not shown. Its replies stay.
                  </p>
                )}
              </li>
            </Fragment>
          ))}
        </ul>
      )}
      {query.hasNextPage ? (
        <InfiniteListEnd
          hasMore
          loading={query.isFetchingNextPage}
          failed={query.isFetchNextPageError}
          onMore={() => void query.fetchNextPage()}
        />
      ) : null}
    </div>
  );
}

/** Up to when everything was shown, in milliseconds; in threads only once all of them are loaded. */
function readUntil(
  topic: Topic,
  answers: readonly Answer[],
  view: AnswerView,
  more: boolean,
): number {
  const opened = topic.createdAt.getTime();
  if (more && view === "nested") {
    return opened;
  }
  return Math.max(opened, ...answers.map(({ createdAt }) => createdAt.getTime()));
}
