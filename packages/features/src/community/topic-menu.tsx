"use client";

import { Button } from "@neothink/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@neothink/ui/dropdown-menu";
import { Archive, Ellipsis, Link2, Lock, LockOpen, Pencil, Pin, Trash2 } from "lucide-react";
import type { ReactElement } from "react";
import { copyLink } from "./copy-link.ts";
import type { Topic } from "./forum-query.ts";
import { useReport } from "./use-report.tsx";
import type { TopicActions } from "./use-topic-actions.ts";

/** What may be done with a topic: by everyone, its asker, a moderator. */
export function TopicMenu({
  topic,
  moderator,
  actions,
  onEdit,
}: {
  topic: Topic;
  moderator: boolean;
  actions: TopicActions;
  onEdit: () => void;
}): ReactElement {
  const closed = topic.status === "closed";
  const archived = topic.status === "archived";
  const report = useReport("discussion_topic", topic.id);
  return (
    <>
      <DropdownMenu modal={false}>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label="More about this topic">
            <Ellipsis aria-hidden="true" />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem
            onSelect={() => void copyLink(topic.isPublic ? `/q/${topic.id}` : `/forum/${topic.id}`)}
          >
            <Link2 aria-hidden="true" />
            Copy link
          </DropdownMenuItem>
          {topic.own ? null : report.item}
          {topic.own ? (
            <DropdownMenuItem onSelect={onEdit}>
              <Pencil aria-hidden="true" />
              Edit
            </DropdownMenuItem>
          ) : null}
          {(topic.own || moderator) && !archived ? (
            <DropdownMenuItem onSelect={() => actions.setStatus(closed ? "open" : "closed")}>
              {closed ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />}
              {closed ? "Open again" : "Close"}
            </DropdownMenuItem>
          ) : null}
          {moderator ? (
            <>
              <DropdownMenuItem onSelect={() => actions.setStatus(archived ? "open" : "archived")}>
                <Archive aria-hidden="true" />
                {archived ? "Take out of the archive" : "Archive"}
              </DropdownMenuItem>
              <DropdownMenuItem onSelect={() => actions.pin(!topic.pinned)}>
                <Pin aria-hidden="true" />
                {topic.pinned ? "Unpin" : "Pin"}
              </DropdownMenuItem>
            </>
          ) : null}
          {(topic.own && topic.answerCount === 0) || moderator ? (
            <>
              <DropdownMenuSeparator />
              <DropdownMenuItem destructive onSelect={actions.remove}>
                <Trash2 aria-hidden="true" />
                {topic.own ? "Remove" : "Remove as moderator"}
              </DropdownMenuItem>
            </>
          ) : null}
        </DropdownMenuContent>
      </DropdownMenu>
      {report.dialog}
    </>
  );
}
