"use client";

import { Button } from "@neothink/ui/button";
import { EmptyState } from "@neothink/ui/empty-state";
import { ErrorState } from "@neothink/ui/error-state";
import { ListRow, RowList } from "@neothink/ui/list-row";
import { LoadingRegion, Skeleton } from "@neothink/ui/skeleton";
import { Time } from "@neothink/ui/time";
import { toastError, toastSuccess } from "@neothink/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { FilePen } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { plainExcerpt } from "./plain-excerpt.ts";

/** Drafts, and posts that wait for their time. */
export function DraftsView(): ReactElement {
  const api = useTRPC();
  const client = useQueryClient();
  const drafts = useQuery(api.community.drafts.list.queryOptions());
  const scheduled = useQuery(api.community.posts.scheduled.queryOptions());
  const onError = (error: unknown) =>
    toastError("That did not work", { detail: apiFailure(error).message });
  const onSettled = () => client.invalidateQueries({ queryKey: api.community.pathKey() });
  const discard = useMutation(api.community.drafts.delete.mutationOptions({ onError, onSettled }));
  const publish = useMutation(
    api.community.posts.reschedule.mutationOptions({
      onSuccess: () => toastSuccess("Published"),
      onError,
      onSettled,
    }),
  );
  if (drafts.isPending || scheduled.isPending) {
    return (
      <LoadingRegion label="Loading drafts">
        <Skeleton className="h-40" />
      </LoadingRegion>
    );
  }
  if (drafts.isError || scheduled.isError) {
    const { message, requestId } = apiFailure(drafts.error ?? scheduled.error);
    return (
      <ErrorState
        title="Your drafts did not load"
        requestId={requestId}
        onRetry={() => void Promise.all([drafts.refetch(), scheduled.refetch()])}
      >
        {message}
      </ErrorState>
    );
  }
  if (drafts.data.length === 0 && scheduled.data.length === 0) {
    return (
      <EmptyState icon={<FilePen />} title="Nothing waits to be published">
        What you write in the{" "}
        <Link href="/community" className="underline underline-offset-4">
          community
        </Link>{" "}
        is kept here as you type, on each of your devices.
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-8">
      {scheduled.data.length > 0 ? (
        <section aria-labelledby="scheduled-title">
          <h2 id="scheduled-title" className="text-base font-semibold tracking-tight">
            Scheduled
          </h2>
          <RowList label="Scheduled posts">
            {scheduled.data.map((post) => (
              <ListRow
                key={post.id}
                title={<Link href={`/community/${post.id}`}>{plainExcerpt(post.content)}</Link>}
                description={
                  <>
                    Appears {post.publishAt ? <Time value={post.publishAt} format="full" /> : null}
                  </>
                }
                trailing={
                  <Button
                    variant="outline"
                    size="sm"
                    onClick={() => publish.mutate({ id: post.id, publishAt: null })}
                  >
                    Publish now
                  </Button>
                }
              />
            ))}
          </RowList>
        </section>
      ) : null}
      {drafts.data.length > 0 ? (
        <section aria-labelledby="drafts-title">
          <h2 id="drafts-title" className="text-base font-semibold tracking-tight">
            Drafts
          </h2>
          <p className="text-sm text-muted-foreground">
            Open one from the composer in the{" "}
            <Link href="/community" className="underline underline-offset-4">
              community
            </Link>
            .
          </p>
          <RowList label="Drafts">
            {drafts.data.map((draft) => (
              <ListRow
                key={draft.id}
                title={plainExcerpt(draft.data.content) || draft.data.poll?.question || "Untitled"}
                description={
                  <>
                    Saved <Time value={draft.savedAt} />
                  </>
                }
                trailing={
                  <Button
                    variant="ghost"
                    size="sm"
                    onClick={() => discard.mutate({ id: draft.id })}
                  >
                    Discard
                  </Button>
                }
              />
            ))}
          </RowList>
        </section>
      ) : null}
    </div>
  );
}
