"use client";

import { platformSlugs, platforms } from "@neothink/brand/platforms";
import { Button } from "@neothink/ui/button";
import { cn } from "@neothink/ui/cn";
import { EmptyState } from "@neothink/ui/empty-state";
import { ErrorState } from "@neothink/ui/error-state";
import { Field } from "@neothink/ui/field";
import { InfiniteListEnd } from "@neothink/ui/infinite-list-end";
import { Input } from "@neothink/ui/input";
import { Skeleton } from "@neothink/ui/skeleton";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { UsersRound } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactElement } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { useTRPC } from "../shell/trpc-client.tsx";
import { MemberCard } from "./member-card.tsx";
import { type MemberFilter, memberFilterHref, membersOptions } from "./member-query.ts";

const pill = cn(
  "inline-flex h-9 items-center rounded-full border px-3.5 text-sm font-medium whitespace-nowrap text-muted-foreground transition-colors hover:bg-accent hover:text-foreground",
  "aria-[current=true]:border-brand-border aria-[current=true]:bg-brand-soft aria-[current=true]:text-brand-text",
);

/** The directory: a name to search for, filters, and the cards. */
export function Members({ filter }: { filter: MemberFilter }): ReactElement {
  const router = useRouter();
  const interests = useQuery(useTRPC().community.members.interests.queryOptions()).data ?? [];
  const { platform, interest, ...rest } = filter;

  function search(form: FormData): void {
    const name = String(form.get("name") ?? "").trim();
    const { name: _, ...others } = filter;
    router.replace(memberFilterHref({ ...others, ...(name ? { name } : {}) }), { scroll: false });
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <search className="grid gap-4">
        <form action={search} className="flex items-end gap-3">
          <Field label="Name" className="max-w-sm flex-1">
            <Input name="name" key={filter.name} defaultValue={filter.name} maxLength={80} />
          </Field>
          <Button type="submit" variant="outline">
            Search
          </Button>
        </form>
        <FilterRow label="Platforms">
          {platformSlugs.map((slug) => (
            <Link
              key={slug}
              scroll={false}
              replace
              className={pill}
              aria-current={platform === slug}
              href={memberFilterHref({
                ...rest,
                ...(interest ? { interest } : {}),
                ...(platform === slug ? {} : { platform: slug }),
              })}
            >
              {platforms[slug].name}
            </Link>
          ))}
        </FilterRow>
        {interests.length > 0 ? (
          <FilterRow label="Interests">
            {[...new Set([...(interest ? [interest] : []), ...interests])].map((name) => (
              <Link
                key={name}
                scroll={false}
                replace
                className={pill}
                aria-current={interest === name}
                href={memberFilterHref({
                  ...rest,
                  ...(platform ? { platform } : {}),
                  ...(interest === name ? {} : { interest: name }),
                })}
              >
                {name}
              </Link>
            ))}
          </FilterRow>
        ) : null}
      </search>
      <MemberList filter={filter} />
    </div>
  );
}

function FilterRow({ label, children }: { label: string; children: ReactElement[] }): ReactElement {
  return (
    <nav aria-label={label} className="-mx-1 flex gap-1.5 overflow-x-auto px-1 py-0.5">
      {children}
    </nav>
  );
}

function MemberList({ filter }: { filter: MemberFilter }): ReactElement {
  const query = useInfiniteQuery(membersOptions(useTRPC(), filter));
  if (query.isPending) {
    return <Skeleton className="h-96 rounded-xl" />;
  }
  if (query.data === undefined) {
    const { message, requestId } = apiFailure(query.error);
    return (
      <ErrorState
        title="The directory did not load"
        requestId={requestId}
        onRetry={() => void query.refetch()}
      >
        {message}
      </ErrorState>
    );
  }
  const members = query.data.pages.flatMap((page) => page.items);
  if (members.length === 0) {
    return (
      <EmptyState
        icon={<UsersRound />}
        title="Nobody found"
        action={
          <Button asChild variant="outline">
            <Link href="/members">Show everyone</Link>
          </Button>
        }
      >
        Try fewer letters or another filter. Members who do not want to be listed are not here.
      </EmptyState>
    );
  }
  return (
    <div>
      <ul aria-label="Members" className="grid gap-4 sm:grid-cols-2">
        {members.map((member) => (
          <MemberCard key={member.id} member={member} />
        ))}
      </ul>
      <InfiniteListEnd
        hasMore={query.hasNextPage}
        loading={query.isFetchingNextPage}
        failed={query.isFetchNextPageError}
        onMore={() => void query.fetchNextPage()}
        endText="That is everyone."
      />
    </div>
  );
}
