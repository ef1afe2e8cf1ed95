"use client";

import { activityCommentLength } from "@neothink/api/community/activity.schema";
import { Button } from "@neothink/ui/button";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import { Skeleton } from "@neothink/ui/skeleton";
import { Time } from "@neothink/ui/time";
import { toastError } from "@neothink/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { AuthorLink } from "./author-link.tsx";

/** The short comments on something that a member did, and a line to write one. */
export function ActivityComments({ id }: { id: string }): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const query = useQuery(api.community.activity.comments.queryOptions({ id }));
  const onSettled = () => client.invalidateQueries({ queryKey: api.community.activity.pathKey() });
  const onError = (error: unknown) =>
    toastError("That was not saved", { detail: apiFailure(error).message });
  const comment = useMutation(
    api.community.activity.comment.mutationOptions({
      onSuccess: () => setText(""),
      onError,
      onSettled,
    }),
  );
  const remove = useMutation(
    api.community.activity.removeComment.mutationOptions({ onError, onSettled }),
  );
  return (
    <div className="grid gap-3 border-t pt-3">
      {query.isPending ? <Skeleton className="h-8 rounded-md" /> : null}
      {query.isError ? (
        <p className="text-sm text-destructive">{apiFailure(query.error).message}</p>
      ) : null}
      <ul aria-label="Comments" className="grid gap-2 empty:hidden">
        {(query.data ?? []).map((row) => (
          <li key={row.id} className="flex items-start gap-2 text-sm leading-6">
            <p className="min-w-0 flex-1 break-words">
              <span className="font-semibold">
                <AuthorLink author={row} />
              </span>{" "}
              {row.text} <Time value={row.createdAt} className="text-xs text-muted-foreground" />
            </p>
            {row.own ? (
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label="Remove your comment"
                onClick={() => remove.mutate({ id: row.id })}
              >
                <Trash2 aria-hidden="true" />
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() && !comment.isPending) {
            comment.mutate({ id, text: text.trim() });
          }
        }}
      >
        <Field label="Your comment" hideLabel className="flex-1">
          <Input
            value={text}
            placeholder="Say something short"
            maxLength={activityCommentLength}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="outline" aria-disabled={comment.isPending || undefined}>
          Send
        </Button>
      </form>
    </div>
  );
}
