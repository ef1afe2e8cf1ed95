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
import { authorName } from "./author-name.ts";
import { copyLink } from "./copy-link.ts";
import type { Comment } from "./feed-query.ts";
import { useReport } from "./use-report.tsx";

/** What may be done with a comment: by everyone, its author, a moderator. */
export function CommentMenu({
  comment,
  moderator,
  onEdit,
  onRemove,
}: {
  comment: Comment;
  moderator: boolean;
  onEdit: () => void;
  onRemove: () => void;
}): ReactElement {
  const report = useReport("post_comment", comment.id);
  return (
    <>
      <DropdownMenu modal={false}>
        <DropdownMenuTrigger asChild>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`More about the comment by ${authorName(comment)}`}
          >
            <Ellipsis aria-hidden="true" />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem
            onSelect={() => void copyLink(`/community/${comment.postId}#c-${comment.id}`)}
          >
            <Link2 aria-hidden="true" />
            Copy link
          </DropdownMenuItem>
          {comment.own ? null : report.item}
          {comment.own ? (
            <DropdownMenuItem onSelect={onEdit}>
              <Pencil aria-hidden="true" />
              Edit
            </DropdownMenuItem>
          ) : null}
          {comment.own || moderator ? (
            <>
              <DropdownMenuSeparator />
              <DropdownMenuItem destructive onSelect={onRemove}>
                <Trash2 aria-hidden="true" />
                {comment.own ? "Remove" : "Remove as moderator"}
              </DropdownMenuItem>
            </>
          ) : null}
        </DropdownMenuContent>
      </DropdownMenu>
      {report.dialog}
    </>
  );
}
