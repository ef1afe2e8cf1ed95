"use client";

import type { RouterOutputs } from "@neothink/api/core/router";
import { Button } from "@neothink/ui/button";
import { cn } from "@neothink/ui/cn";
import { toastError } from "@neothink/ui/toast";
import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { ChevronDown, ChevronUp } from "lucide-react";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import type { Answer } from "./forum-query.ts";

type Lists = InfiniteData<RouterOutputs["community"]["answers"]["list"]>;
type Vote = 1 | 0 | -1;

/** An answer as it stands once a vote of its reader holds. */
function voted(answer: Answer, vote: number): Answer {
  const { downvotes, upvotes, vote: before } = answer;
  return {
    ...answer,
    vote,
    upvotes: upvotes + Number(vote === 1) - Number(before === 1),
    downvotes: downvotes + Number(vote === -1) - Number(before === -1),
  };
}

/** Votes on an answer at once, and takes it back when the server refuses. */
export function AnswerVotes({ answer }: { answer: Answer }): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const lists = { queryKey: api.community.answers.list.infiniteQueryKey() };
  const single = api.community.answers.get.queryKey({ id: answer.id });
  const patch = (change: (one: Answer) => Answer): void => {
    client.setQueriesData<Lists>(
      lists,
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.map((one) => (one.id === answer.id ? change(one) : one)),
          })),
        },
    );
    client.setQueryData(single, (one) => one && change(one));
  };
  const cast = useMutation(
    api.community.answers.vote.mutationOptions({
      // One after the other: quick clicks must arrive in the order they were made.
      scope: { id: `vote ${answer.id}` },
      onMutate: ({ vote }) => {
        patch((one) => voted(one, vote));
        return { before: answer.vote };
      },
      onSuccess: (standing) => patch((one) => ({ ...one, ...standing })),
      onError: (error, _, context) => {
        patch((one) => voted(one, context?.before ?? 0));
        toastError("Your vote was not kept", { detail: apiFailure(error).message });
      },
    }),
  );
  const score = answer.upvotes - answer.downvotes;
  const press = (side: 1 | -1): void => {
    const vote: Vote = answer.vote === side ? 0 : side;
    cast.mutate({ id: answer.id, vote });
  };
  return (
    <fieldset className="grid shrink-0 justify-items-center">
      <legend className="sr-only">
        Votes: {answer.upvotes} for, {answer.downvotes} against
      </legend>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={answer.own ? "Others vote on your answer" : "Vote up"}
        aria-pressed={answer.vote === 1}
        disabled={answer.own}
        className={cn(
          "text-muted-foreground",
          answer.vote === 1 && "bg-brand-soft text-brand-text",
        )}
        onClick={() => press(1)}
      >
        <ChevronUp aria-hidden="true" />
      </Button>
      <span className="figures text-sm font-semibold">{score}</span>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={answer.own ? "Others vote against your answer" : "Vote down"}
        aria-pressed={answer.vote === -1}
        disabled={answer.own}
        className={cn("text-muted-foreground", answer.vote === -1 && "bg-accent text-foreground")}
        onClick={() => press(-1)}
      >
        <ChevronDown aria-hidden="true" />
      </Button>
    </fieldset>
  );
}
