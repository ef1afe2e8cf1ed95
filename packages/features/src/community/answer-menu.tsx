"use client";

import { Button } from "@neothink/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@neothink/ui/dropdown-menu";
import { Ellipsis, Link2, Pencil, Trash2 } from "lucide-react";
import type { ReactElement } from "react";
import { copyLink } from "./copy-link.ts";
import type { Answer } from "./forum-query.ts";
import { useReport } from "./use-report.tsx";

/** What may be done with an answer: by everyone, its author, a moderator. */
export function AnswerMenu({
  topicId,
  answer,
  moderator,
  onEdit,
  onRemove,
}: {
  topicId: string;
  answer: Answer;
  moderator: boolean;
  onEdit: () => void;
  onRemove: () => void;
}): ReactElement {
  const report = useReport("discussion_post", answer.id);
  return (
    <>
      <DropdownMenu modal={false}>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label="More about this answer">
            <Ellipsis aria-hidden="true" />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem
            onSelect={() => void copyLink(`/forum/${topicId}?answer=${answer.id}#a-${answer.id}`)}
          >
            <Link2 aria-hidden="true" />
            Copy link
          </DropdownMenuItem>
          {answer.own ? null : report.item}
          {answer.own ? (
            <DropdownMenuItem onSelect={onEdit}>
              <Pencil aria-hidden="true" />
              Edit
            </DropdownMenuItem>
          ) : null}
          {answer.own || moderator ? (
            <>
              <DropdownMenuSeparator />
              <DropdownMenuItem destructive onSelect={onRemove}>
                <Trash2 aria-hidden="true" />
                {answer.own ? "Remove" : "Remove as moderator"}
              </DropdownMenuItem>
            </>
          ) : null}
        </DropdownMenuContent>
      </DropdownMenu>
      {report.dialog}
    </>
  );
}
