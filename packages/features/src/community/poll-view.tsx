"use client";

import type { RouterOutputs } from "@neothink/api/core/router";
import { Button } from "@neothink/ui/button";
import { cn } from "@neothink/ui/cn";
import { Time } from "@neothink/ui/time";
import { toastError } from "@neothink/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { usePostCache } from "./use-post-cache.ts";

type Poll = NonNullable<RouterOutputs["community"]["posts"]["get"]["poll"]>;

/** The poll of a post: choices to pick, and what was picked once one has voted or it is closed. */
export function PollView({ poll }: { poll: Poll }): ReactElement {
  const api = useTRPC();
  const cache = usePostCache();
  const [changing, setChanging] = useState(false);
  const [picked, setPicked] = useState<readonly number[]>(poll.mine ?? []);
  const vote = useMutation(
    api.community.posts.vote.mutationOptions({
      onSuccess: (post) => {
        cache.patch(post.id, () => post);
        setChanging(false);
      },
      onError: (error) =>
        toastError("Your vote was not counted", { detail: apiFailure(error).message }),
    }),
  );
  const open = !poll.closed && (poll.mine === null || changing);

  function pick(number: number): void {
    if (!poll.multiple) {
      setPicked([number]);
    } else {
      setPicked(
        picked.includes(number) ? picked.filter((one) => one !== number) : [...picked, number],
      );
    }
  }

  return (
    <section aria-label="Poll" className="grid gap-3 rounded-lg border p-4">
      <h3 className="text-sm font-semibold">{poll.question}</h3>
      {open ? (
        <form
          className="grid gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            vote.mutate({ pollId: poll.id, choices: [...picked] });
          }}
        >
          {poll.choices.map((choice, index) => (
            <label
              key={choice}
              className="flex cursor-pointer items-center gap-3 rounded-md border px-3 py-2.5 text-sm has-checked:border-primary has-checked:bg-brand-soft"
            >
              <input
                type={poll.multiple ? "checkbox" : "radio"}
                name={`poll-${poll.id}`}
                checked={picked.includes(index + 1)}
                onChange={() => pick(index + 1)}
                className="accent-primary"
              />
              {choice}
            </label>
          ))}
          <Button
            type="submit"
            size="sm"
            className="justify-self-start"
            aria-disabled={picked.length === 0 || vote.isPending || undefined}
          >
            Vote
          </Button>
        </form>
      ) : (
        <PollResult poll={poll} />
      )}
      <PollFoot poll={poll} onChange={open ? null : () => setChanging(true)} />
    </section>
  );
}

function PollResult({ poll }: { poll: Poll }): ReactElement {
  const total = poll.tally.reduce((sum, votes) => sum + votes, 0);
  return (
    <ul className="grid gap-2.5">
      {poll.choices.map((choice, index) => {
        const votes = poll.tally[index] ?? 0;
        const share = total === 0 ? 0 : Math.round((votes / total) * 100);
        const mine = poll.mine?.includes(index + 1) ?? false;
        return (
          <li key={choice} className="grid gap-1 text-sm">
            <span className="flex items-baseline justify-between gap-3">
              <span className={cn("flex items-center gap-1.5", mine && "font-medium")}>
                {choice}
                {mine ? (
                  <Check aria-label="your vote" className="size-3.5 text-brand-text" />
                ) : null}
              </span>
              <span className="figures text-muted-foreground">
                {share} % <span className="sr-only">, {votes} votes</span>
              </span>
            </span>
            <progress
              max={Math.max(total, 1)}
              value={votes}
              aria-hidden="true"
              className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-muted [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-muted [&::-webkit-progress-value]:bg-primary"
            />
          </li>
        );
      })}
    </ul>
  );
}

function PollFoot({ poll, onChange }: { poll: Poll; onChange: (() => void) | null }): ReactElement {
  const total = poll.tally.reduce((sum, votes) => sum + votes, 0);
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-xs text-muted-foreground">
      <span>
        {total} {total === 1 ? "vote" : "votes"}
      </span>
      {poll.closesAt ? (
        <span>
          {poll.closed ? "Closed" : "Closes"} <Time value={poll.closesAt} />
        </span>
      ) : null}
      {onChange && !poll.closed ? (
        <Button variant="link" size="sm" onClick={onChange}>
          Change my vote
        </Button>
      ) : null}
    </p>
  );
}
