"use client";

import { type ReactionKind, reactionKinds } from "@neothink/api/community/posts.schema";
import { Button } from "@neothink/ui/button";
import { cn } from "@neothink/ui/cn";
import { Popover, PopoverContent, PopoverTrigger } from "@neothink/ui/popover";
import { toastError } from "@neothink/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { SmilePlus } from "lucide-react";
import { type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import type { Post } from "./feed-query.ts";
import { reactionLabels } from "./reaction-kinds.ts";
import { usePostCache } from "./use-post-cache.ts";

/** The reactions to a post, given at once and taken back when the server refuses. */
export function ReactionBar({ post }: { post: Post }): ReactElement {
  const api = useTRPC();
  const cache = usePostCache();
  const [open, setOpen] = useState(false);
  const react = useMutation(
    api.community.posts.react.mutationOptions({
      // One after the other: quick clicks must arrive in the order they were made.
      scope: { id: `react ${post.id}` },
      onMutate: async ({ postId, kind, given }) => {
        await cache.settle();
        return { undo: cache.patch(postId, (current) => withReaction(current, kind, given)) };
      },
      onError: (error, _, context) => {
        context?.undo();
        toastError("Your reaction was not kept", { detail: apiFailure(error).message });
      },
    }),
  );
  const toggle = (kind: ReactionKind) =>
    react.mutate({ postId: post.id, kind, given: !post.reactions.includes(kind) });
  return (
    <>
      {reactionKinds.map((kind) => {
        const { icon: Icon, name } = reactionLabels[kind];
        const count = post.reactionCounts[kind] ?? 0;
        const given = post.reactions.includes(kind);
        return count > 0 ? (
          <Button
            key={kind}
            variant="ghost"
            size="sm"
            title={name}
            aria-pressed={given}
            aria-label={`${name}, ${count} so far`}
            onClick={() => toggle(kind)}
            className={cn("px-2 text-muted-foreground", given && "bg-brand-soft text-brand-text")}
          >
            <Icon aria-hidden="true" />
            <span className="figures">{count}</span>
          </Button>
        ) : null;
      })}
      <Popover open={open} onOpenChange={setOpen}>
        <PopoverTrigger asChild>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label="React"
            className="text-muted-foreground"
          >
            <SmilePlus aria-hidden="true" />
          </Button>
        </PopoverTrigger>
        <PopoverContent align="start" aria-label="Reactions" className="w-72 p-1.5">
          <ul className="grid gap-0.5">
            {reactionKinds.map((kind) => {
              const { hint, icon: Icon, name } = reactionLabels[kind];
              const given = post.reactions.includes(kind);
              return (
                <li key={kind}>
                  <button
                    type="button"
                    aria-pressed={given}
                    onClick={() => {
                      toggle(kind);
                      setOpen(false);
                    }}
                    className={cn(
                      "flex w-full items-center gap-3 rounded-md px-2.5 py-2 text-left hover:bg-accent",
                      given && "bg-brand-soft",
                    )}
                  >
                    <Icon aria-hidden="true" className="size-4 shrink-0 text-brand-text" />
                    <span className="grid">
                      <span className="text-sm font-medium">{name}</span>
                      <span className="text-xs text-muted-foreground">{hint}</span>
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </PopoverContent>
      </Popover>
    </>
  );
}

function withReaction<P extends Post>(post: P, kind: ReactionKind, given: boolean): P {
  const had = post.reactions.includes(kind);
  const step = Number(given) - Number(had);
  const others = post.reactions.filter((one) => one !== kind);
  return {
    ...post,
    reactions: given ? [...others, kind] : others,
    reactionCounts: {
      ...post.reactionCounts,
      [kind]: Math.max(0, (post.reactionCounts[kind] ?? 0) + step),
    },
  };
}
