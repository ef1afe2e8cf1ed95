"use client";

import { Button } from "@neothink/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@neothink/ui/dialog";
import { ErrorState } from "@neothink/ui/error-state";
import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import { Time } from "@neothink/ui/time";
import { useQuery } from "@tanstack/react-query";
import { diffWordsWithSpace } from "diff";
import { type ReactElement, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import type { Post } from "./feed-query.ts";
import { toTyped } from "./mention-text.ts";

/** The mark of an edited post; opens what was changed, edit by edit. */
export function PostHistory({ post, editedAt }: { post: Post; editedAt: Date }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="link" size="sm" className="min-h-0! text-xs text-muted-foreground">
          edited
          <span className="sr-only">
            {" "}
            <Time value={editedAt} />. Show what was changed
          </span>
        </Button>
      </DialogTrigger>
      <DialogContent className="max-w-2xl">
        <DialogHeader>
          <DialogTitle>What was changed</DialogTitle>
          <DialogDescription>The newest edit comes first.</DialogDescription>
        </DialogHeader>
        {open ? <Revisions post={post} /> : null}
      </DialogContent>
    </Dialog>
  );
}

function Revisions({ post }: { post: Post }): ReactElement {
  const api = useTRPC();
  const query = useQuery(api.community.posts.revisions.queryOptions({ id: post.id }));
  if (query.isPending) {
    return (
      <LoadingRegion label="Loading the earlier texts">
        <Skeleton className="h-24" />
      </LoadingRegion>
    );
  }
  if (query.isError) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState
        title="The earlier texts did not load"
        requestId={requestId}
        onRetry={() => void query.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  const texts = [...query.data.map(({ content }) => content), post.content];
  return (
    <ol className="grid gap-5">
      {query.data
        .map((revision, index) => (
          <li key={revision.version} className="grid gap-2">
            <h3 className="text-sm text-muted-foreground">
              Edit {revision.version}, <Time value={revision.replacedAt} />
            </h3>
            <Difference before={revision.content} after={texts[index + 1] ?? ""} />
          </li>
        ))
        .reverse()}
    </ol>
  );
}

function Difference({ before, after }: { before: string; after: string }): ReactElement {
  const parts = diffWordsWithSpace(toTyped(before).text, toTyped(after).text);
  let at = 0;
  return (
    <p className="rounded-md border p-3 text-sm leading-relaxed wrap-anywhere whitespace-pre-wrap">
      {parts.map(({ added, removed, value }) => {
        at += value.length;
        const key = `${at}${added ? "+" : ""}${removed ? "-" : ""}`;
        if (added) {
          return (
            <ins key={key} className="bg-success-soft text-success no-underline">
              {value}
            </ins>
          );
        }
        return removed ? (
          <del key={key} className="bg-destructive-soft text-destructive">
            {value}
          </del>
        ) : (
          <span key={key}>{value}</span>
        );
      })}
    </p>
  );
}
