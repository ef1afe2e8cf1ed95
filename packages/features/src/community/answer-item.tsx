"use client";

import { Avatar } from "@neothink/ui/avatar";
import { Badge } from "@neothink/ui/badge";
import { Button } from "@neothink/ui/button";
import { cn } from "@neothink/ui/cn";
import { Time } from "@neothink/ui/time";
import { Check, ChevronDown, ChevronRight, CornerDownRight } from "lucide-react";
import { type ReactElement, useState } from "react";
import { AnswerForm } from "./answer-form.tsx";
import { AnswerMenu } from "./answer-menu.tsx";
import { AnswerVotes } from "./answer-votes.tsx";
import { authorName } from "./author-name.ts";
import type { Answer, Topic } from "./forum-query.ts";
import { Markdown } from "./markdown.tsx";
import { useAnswerActions } from "./use-answer-actions.ts";

/** One answer: votes beside it, its text, and what may be done with it. */
export function AnswerItem({
  topic,
  answer,
  moderator,
  fresh = false,
  linked = false,
  copy,
  fold = null,
}: {
  topic: Topic;
  answer: Answer;
  moderator: boolean;
  /** Came since the reader was here. */
  fresh?: boolean;
  /** The address points at it. */
  linked?: boolean;
  /** Set for the copy of the accepted answer above all others. */
  copy?: "top";
  fold?: { readonly replies: number; readonly folded: boolean; readonly toggle: () => void } | null;
}): ReactElement {
  const [replying, setReplying] = useState(false);
  const [editing, setEditing] = useState(false);
  const actions = useAnswerActions(topic.id);
  const name = authorName(answer);
  const accepted = topic.acceptedPostId === answer.id;
  const open = topic.status === "active" || topic.status === "answered";
  if (answer.deletedAt) {
    return (
      <div className="flex flex-wrap items-center gap-3 p-3 text-sm text-muted-foreground italic">
        {answer.own ? "You removed this answer." : `The answer by ${name} was removed.`}
        {answer.restorable ? (
          <Button variant="outline" size="sm" onClick={() => actions.restore(answer.id)}>
            Bring it back
          </Button>
        ) : null}
      </div>
    );
  }
  return (
    <article
      {...(copy ? {} : { id: `a-${answer.id}` })}
      tabIndex={-1}
      aria-label={copy ? `Accepted answer by ${name}` : `Answer by ${name}`}
      className={cn(
        "flex scroll-mt-20 items-start gap-3 rounded-xl p-3 outline-none sm:gap-4 sm:p-4",
        linked && "bg-brand-soft",
      )}
    >
      <AnswerVotes answer={answer} />
      <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-2">
        <header className="flex items-start justify-between gap-2">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
            <Avatar name={name} src={answer.authorAvatarUrl} size="sm" />
            <span className="font-semibold">{name}</span>
            <Time value={answer.createdAt} className="text-xs text-muted-foreground" />
            {answer.editedAt ? <span className="text-xs text-muted-foreground">edited</span> : null}
            {accepted ? (
              <Badge variant="success">
                <Check aria-hidden="true" className="size-3" />
                Accepted
              </Badge>
            ) : null}
            {fresh ? <Badge variant="brand">New</Badge> : null}
          </p>
          <AnswerMenu
            topicId={topic.id}
            answer={answer}
            moderator={moderator}
            onEdit={() => setEditing(true)}
            onRemove={() => actions.remove(answer.id)}
          />
        </header>
        {editing ? (
          <AnswerForm topicId={topic.id} edited={answer} onDone={() => setEditing(false)} />
        ) : (
          <Markdown>{answer.content}</Markdown>
        )}
        <footer className="-ml-2 flex flex-wrap items-center gap-1">
          {open && !copy ? (
            <Button
              variant="ghost"
              size="sm"
              className="text-muted-foreground"
              onClick={() => setReplying(!replying)}
            >
              <CornerDownRight aria-hidden="true" />
              Reply
            </Button>
          ) : null}
          {topic.own || moderator ? (
            <Button
              variant="ghost"
              size="sm"
              aria-pressed={accepted}
              className={accepted ? "text-success" : "text-muted-foreground"}
              onClick={() => actions.accept(accepted ? null : answer.id)}
            >
              <Check aria-hidden="true" />
              {accepted ? "Accepted" : "Accept"}
            </Button>
          ) : null}
          {fold ? (
            <Button
              variant="ghost"
              size="sm"
              aria-expanded={!fold.folded}
              className="text-muted-foreground"
              onClick={fold.toggle}
            >
              {fold.folded ? (
                <ChevronRight aria-hidden="true" />
              ) : (
                <ChevronDown aria-hidden="true" />
              )}
              {fold.replies === 1 ? "1 reply" : `${fold.replies} replies`}
            </Button>
          ) : null}
        </footer>
        {replying ? (
          <AnswerForm topicId={topic.id} parentId={answer.id} onDone={() => setReplying(false)} />
        ) : null}
      </div>
    </article>
  );
}
