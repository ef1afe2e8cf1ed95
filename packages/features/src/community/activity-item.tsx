"use client";

import { activityReactions } from "@neothink/api/community/activity.schema";
import { isPlatformSlug, platforms } from "@neothink/brand/platforms";
import { Avatar } from "@neothink/ui/avatar";
import { Button } from "@neothink/ui/button";
import { Time } from "@neothink/ui/time";
import { toastError, toastUndo } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { EyeOff, MessageCircle } from "lucide-react";
import Link from "next/link";
import { type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { ActivityComments } from "./activity-comments.tsx";
import type { Activity } from "./activity-query.ts";
import { AuthorLink } from "./author-link.tsx";
import { plainExcerpt } from "./plain-excerpt.ts";
import { reactionLabels } from "./reaction-kinds.ts";

const deeds: Readonly<Record<string, string>> = {
  post: "wrote a post",
  topic: "opened a topic",
  answer_accepted: "had an answer accepted",
  badge: "earned a badge",
  challenge: "joined a challenge",
};

function deedOf({ kind, platform }: Activity): string {
  const place = isPlatformSlug(platform) ? platforms[platform].name : platform;
  return kind === "joined" ? `joined ${place}` : (deeds[kind] ?? "was here");
}

function hrefOf({ contentId, kind, parentId }: Activity): string | null {
  switch (kind) {
    case "post":
      return `/community/${contentId}`;
    case "topic":
      return `/forum/${contentId}`;
    case "answer_accepted":
      return `/forum/${parentId}#a-${contentId}`;
    default:
      return null;
  }
}

function useActivityActions() {
  const api = useTRPC();
  const client = useQueryClient();
  const common = {
    onError: (error: unknown) =>
      toastError("That was not saved", { detail: apiFailure(error).message }),
    onSettled: () => client.invalidateQueries({ queryKey: api.community.activity.pathKey() }),
  };
  return {
    react: useMutation(api.community.activity.react.mutationOptions(common)),
    show: useMutation(api.community.activity.show.mutationOptions(common)),
  };
}

/** Something that a member did, with reactions and short comments. */
export function ActivityItem({ item }: { item: Activity }): ReactElement {
  const [open, setOpen] = useState(false);
  const { react, show } = useActivityActions();
  const author = { authorId: item.memberId, authorName: item.memberName };
  const href = hrefOf(item);
  const text = item.text ? plainExcerpt(item.text) : null;
  const hidden = item.own && item.visibility === "private";
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-xl border bg-card p-4 shadow-xs sm:p-5">
      <div className="flex items-start gap-3">
        <Avatar name={item.memberName ?? "A member"} src={item.memberAvatarUrl} size="sm" />
        <div className="grid min-w-0 flex-1 gap-1 text-sm leading-6">
          <p>
            <span className="font-semibold">
              <AuthorLink author={author} />
            </span>{" "}
            {deedOf(item)} <Time value={item.createdAt} className="text-xs text-muted-foreground" />
          </p>
          {text && href ? (
            <Link href={href} className="line-clamp-2 text-muted-foreground hover:underline">
              {text}
            </Link>
          ) : null}
          {text && !href ? <p className="text-muted-foreground">{text}</p> : null}
          {hidden ? <p className="text-xs text-muted-foreground">Only you see this.</p> : null}
        </div>
        {item.own && !hidden ? (
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label="Hide this from others"
            onClick={() => {
              show.mutate({ id: item.id, shown: false });
              toastUndo({
                message: "Hidden from others",
                onUndo: () => show.mutate({ id: item.id, shown: true }),
              });
            }}
          >
            <EyeOff aria-hidden="true" />
          </Button>
        ) : null}
      </div>
      <div className="-ml-2 flex flex-wrap items-center gap-1">
        {activityReactions.map((kind) => {
          const { icon: Icon, name } = reactionLabels[kind];
          const given = item.ownReactions.includes(kind);
          const count = item.reactions[kind] ?? 0;
          return (
            <Button
              key={kind}
              variant={given ? "secondary" : "ghost"}
              size="sm"
              aria-pressed={given}
              aria-label={`${name}, ${count} so far`}
              onClick={() => react.mutate({ id: item.id, kind, given: !given })}
            >
              <Icon aria-hidden="true" />
              {count > 0 ? <span className="figures">{count}</span> : null}
            </Button>
          );
        })}
        <Button
          variant="ghost"
          size="sm"
          aria-expanded={open}
          aria-label={`Comments, ${item.comments} so far`}
          onClick={() => setOpen(!open)}
        >
          <MessageCircle aria-hidden="true" />
          <span className="figures">{item.comments}</span>
        </Button>
      </div>
      {open ? <ActivityComments id={item.id} /> : null}
    </li>
  );
}
