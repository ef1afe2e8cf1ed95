"use client";

import { Avatar } from "@neothink/ui/avatar";
import { Button } from "@neothink/ui/button";
import { Time } from "@neothink/ui/time";
import { toastError, toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { authorName } from "./author-name.ts";
import type { Comment } from "./feed-query.ts";
import { Markdown } from "./markdown.tsx";

/** One comment. */
export function CommentItem({
  comment,
  moderator,
}: {
  comment: Comment;
  moderator: boolean;
}): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const remove = useMutation(
    api.community.comments.delete.mutationOptions({
      onSuccess: () => toastSuccess("Comment removed"),
      onError: (error) =>
        toastError("The comment was not removed", { detail: apiFailure(error).message }),
      onSettled: () => client.invalidateQueries({ queryKey: api.community.pathKey() }),
    }),
  );
  const name = authorName(comment);
  return (
    <article className="flex items-start gap-3" aria-label={`Comment by ${name}`}>
      <Avatar name={name} src={comment.authorAvatarUrl} size="sm" />
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
          <span className="font-semibold">{name}</span>
          <Time value={comment.createdAt} className="text-xs text-muted-foreground" />
        </p>
        <Markdown>{comment.content}</Markdown>
      </div>
      {comment.own || moderator ? (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={comment.own ? "Remove your comment" : `Remove ${name}’s comment as moderator`}
          aria-disabled={remove.isPending || undefined}
          onClick={() => remove.mutate({ id: comment.id })}
        >
          <Trash2 aria-hidden="true" />
        </Button>
      ) : null}
    </article>
  );
}
