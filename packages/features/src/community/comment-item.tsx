"use client";

import type { Visibility } from "@neothink/api/community/posts.schema";
import { Avatar } from "@neothink/ui/avatar";
import { Button } from "@neothink/ui/button";
import { cn } from "@neothink/ui/cn";
import { Time } from "@neothink/ui/time";
import { ChevronDown, ChevronRight, MessageSquareReply } from "lucide-react";
import { type ReactElement, useState } from "react";
import { AuthorLink } from "./author-link.tsx";
import { authorName } from "./author-name.ts";
import { CommentForm } from "./comment-form.tsx";
import { CommentMenu } from "./comment-menu.tsx";
import type { Comment } from "./feed-query.ts";
import { Markdown } from "./markdown.tsx";
import { useRemoveComment } from "./use-remove-comment.ts";

/** One comment with what may be done with it. */
export function CommentItem({
  comment,
  audience,
  moderator,
  linked,
  answered,
  fold,
}: {
  comment: Comment;
  audience: Visibility;
  moderator: boolean;
  /** The address points at it. */
  linked: boolean;
  /** Whom it answers, where that does not show by its place. */
  answered: Comment | null;
  /** The thread below it; null in the view by time and without answers. */
  fold: { readonly answers: number; readonly folded: boolean; readonly toggle: () => void } | null;
}): ReactElement {
  const [open, setOpen] = useState<"answer" | "edit" | null>(null);
  const { remove, restore } = useRemoveComment();
  const name = authorName(comment);
  const close = () => setOpen(null);
  const gone = comment.deletedAt !== null;
  return (
    <article
      id={`c-${comment.id}`}
      tabIndex={-1}
      aria-label={`Comment by ${name}`}
      className={cn(
        "-mx-2 grid scroll-mt-24 grid-cols-[minmax(0,1fr)] gap-1 rounded-lg px-2 py-1.5 outline-none",
        linked && "bg-brand-soft",
      )}
    >
      <header className="flex items-center gap-2.5">
        <Avatar name={name} src={comment.authorAvatarUrl} size="sm" />
        <p className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 text-sm">
          <span className="truncate font-semibold">
            <AuthorLink author={comment} />
          </span>
          <a
            href={`#c-${comment.id}`}
            className="inline-block text-xs leading-6 text-muted-foreground hover:underline"
          >
            <Time value={comment.createdAt} />
          </a>
          {comment.editedAt && !gone ? (
            <span className="text-xs text-muted-foreground">edited</span>
          ) : null}
          {comment.depth > 0 ? <span className="sr-only">level {comment.depth + 1}</span> : null}
        </p>
        {gone ? null : (
          <CommentMenu
            comment={comment}
            moderator={moderator}
            onEdit={() => setOpen("edit")}
            onRemove={() => remove(comment.id)}
          />
        )}
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1 pl-10.5">
        {answered ? (
          <p className="text-xs text-muted-foreground">
            in answer to{" "}
            <a href={`#c-${answered.id}`} className="underline underline-offset-4">
              {authorName(answered)}
            </a>
          </p>
        ) : null}
        {gone ? (
          <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted-foreground italic">
            {comment.own ? "You removed this comment." : "This comment was removed."}
            {comment.restorable ? (
              <Button variant="link" size="sm" onClick={() => restore(comment.id)}>
                Bring it back
              </Button>
            ) : null}
          </p>
        ) : null}
        {open === "edit" ? (
          <CommentForm
            postId={comment.postId}
            audience={audience}
            edited={comment}
            onClose={close}
          />
        ) : null}
        {gone || open === "edit" ? null : <Markdown>{comment.content}</Markdown>}
        <footer className="-ml-2 flex flex-wrap items-center gap-1">
          {gone ? null : (
            <Button
              variant="ghost"
              size="sm"
              className="text-muted-foreground"
              aria-expanded={open === "answer"}
              onClick={() => setOpen(open === "answer" ? null : "answer")}
            >
              <MessageSquareReply aria-hidden="true" />
              Answer
            </Button>
          )}
          {fold ? (
            <Button
              variant="ghost"
              size="sm"
              className="text-muted-foreground"
              aria-expanded={!fold.folded}
              onClick={fold.toggle}
            >
              {fold.folded ? (
                <ChevronRight aria-hidden="true" />
              ) : (
                <ChevronDown aria-hidden="true" />
              )}
              {fold.answers} {fold.answers === 1 ? "answer" : "answers"}
            </Button>
          ) : null}
        </footer>
        {open === "answer" ? (
          <CommentForm
            postId={comment.postId}
            audience={audience}
            parentId={comment.id}
            onClose={close}
          />
        ) : null}
      </div>
    </article>
  );
}
