"use client";

import { ErrorState } from "@neothink/ui/error-state";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { Skeleton } from "@neothink/ui/skeleton";
import { Time } from "@neothink/ui/time";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { contributionsOptions, type MemberData } from "./member-query.ts";
import { plainExcerpt } from "./plain-excerpt.ts";

/** What a member wrote, as far as the viewer may read it. */
export function MemberContributions({
  member,
  name,
}: {
  member: MemberData;
  name: string;
}): ReactElement {
  const quiet = !(member.showsActivity || member.own);
  return (
    <section aria-labelledby="contributions" className="grid gap-4">
      <h2 id="contributions" className="text-lg font-semibold tracking-tight">
        Contributions
      </h2>
      {quiet ? (
        <p className="text-sm text-muted-foreground">{name} does not gather them here.</p>
      ) : (
        <>
          <p className="text-sm text-muted-foreground">
            {member.posts ?? 0} {member.posts === 1 ? "post" : "posts"}, {member.topics ?? 0}{" "}
            {member.topics === 1 ? "topic" : "topics"} that you may read
          </p>
          <List memberId={member.id} />
        </>
      )}
    </section>
  );
}

function List({ memberId }: { memberId: string }): ReactElement {
  const query = useInfiniteQuery(contributionsOptions(useTRPC(), memberId));
  if (query.isPending) {
    return <Skeleton className="h-48 rounded-xl" />;
  }
  if (query.data === undefined) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState requestId={requestId} onRetry={() => void query.refetch()}>
        {message}
      </ErrorState>
    );
  }
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return <p className="text-sm text-muted-foreground">Nothing written yet.</p>;
  }
  return (
    <div>
      <ul className="divide-y overflow-hidden rounded-xl border bg-card shadow-xs">
        {items.map((item) => (
          <li key={item.id} className="relative grid gap-1 p-4 hover:bg-accent">
            <Link
              href={item.kind === "post" ? `/community/${item.id}` : `/forum/${item.id}`}
              className="line-clamp-2 text-sm leading-6 after:absolute after:inset-0"
            >
              {plainExcerpt(item.text)}
            </Link>
            <p className="text-xs leading-5 text-muted-foreground">
              {item.kind === "post" ? "Post" : "Topic"} · <Time value={item.createdAt} /> ·{" "}
              {item.answers} {item.answers === 1 ? "answer" : "answers"}
            </p>
          </li>
        ))}
      </ul>
      <InfiniteListEnd
        hasMore={query.hasNextPage}
        loading={query.isFetchingNextPage}
        failed={query.isFetchNextPageError}
        onMore={() => void query.fetchNextPage()}
        endText="That is everything."
      />
    </div>
  );
}
