"use client";

import type { TopicSort } from "@neothink/api/community/topics.schema";
import type { ForumCategory } from "@neothink/brand/forum";
import { cn } from "@neothink/ui/cn";
import { Field } from "@neothink/ui/field";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@neothink/ui/select";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactElement } from "react";
import { useTRPC } from "../shell/trpc-client.tsx";
import { type ForumFilter, forumHref } from "./forum-filter.ts";

const all = "all";

const sortLabels: Readonly<Record<TopicSort, string>> = {
  latest: "Latest",
  new: "New",
  top: "Top",
  unanswered: "Unanswered",
};

const chip = cn(
  "inline-flex h-8 items-center gap-1.5 rounded-full border px-3 text-[0.8125rem] font-medium whitespace-nowrap text-muted-foreground hover:bg-accent",
  "aria-[current=page]:border-brand-border aria-[current=page]:bg-brand-soft aria-[current=page]:text-brand-text",
);

// What is shown, beside everything: a state of the questions, or what concerns the reader.
const shown = [
  { value: "open", label: "Open", change: { state: "open", unread: false, own: false } },
  { value: "solved", label: "Solved", change: { state: "solved", unread: false, own: false } },
  { value: "closed", label: "Closed", change: { state: "closed", unread: false, own: false } },
  { value: "unread", label: "New to you", change: { state: null, unread: true, own: false } },
  { value: "own", label: "Asked by you", change: { state: null, unread: false, own: true } },
] as const;

function shownValue(filter: ForumFilter): string {
  if (filter.unread || filter.own) {
    return filter.unread ? "unread" : "own";
  }
  return filter.state ?? all;
}

/** Chooses the part of the forum; each choice is an address of its own. */
export function ForumFilters({
  filter,
  categories,
}: {
  filter: ForumFilter;
  categories: readonly ForumCategory[];
}): ReactElement {
  const router = useRouter();
  const tags = useQuery(useTRPC().community.topics.tags.queryOptions());
  const go = (change: Partial<ForumFilter>) =>
    router.push(forumHref({ ...filter, ...change }), { scroll: false });
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <nav aria-label="Order" className="-mx-1 flex gap-1 overflow-x-auto p-1">
          {Object.entries(sortLabels).map(([sort, label]) => (
            <Link
              key={sort}
              href={forumHref({ ...filter, sort: isSort(sort) ? sort : "latest" })}
              scroll={false}
              aria-current={filter.sort === sort ? "page" : undefined}
              className={chip}
            >
              {label}
            </Link>
          ))}
        </nav>
        <div className="flex w-full gap-2 sm:w-auto">
          <Field label="Section" hideLabel className="min-w-0 flex-1 sm:w-44">
            <Select
              value={filter.category ?? all}
              onValueChange={(value) => go({ category: value === all ? null : value })}
            >
              <SelectTrigger>
                <SelectValue />
              </SelectTrigger>
              <SelectContent>
                <SelectItem value={all}>All sections</SelectItem>
                {categories.map(({ name, slug }) => (
                  <SelectItem key={slug} value={slug}>
                    {name}
                  </SelectItem>
                ))}
              </SelectContent>
            </Select>
          </Field>
          <Field label="Show" hideLabel className="min-w-0 flex-1 sm:w-36">
            <Select
              value={shownValue(filter)}
              onValueChange={(value) =>
                go(
                  shown.find((one) => one.value === value)?.change ?? {
                    state: null,
                    unread: false,
                    own: false,
                  },
                )
              }
            >
              <SelectTrigger>
                <SelectValue />
              </SelectTrigger>
              <SelectContent>
                <SelectItem value={all}>All topics</SelectItem>
                {shown.map(({ label, value }) => (
                  <SelectItem key={value} value={value}>
                    {label}
                  </SelectItem>
                ))}
              </SelectContent>
            </Select>
          </Field>
        </div>
      </div>
      {filter.tag || (tags.data && tags.data.length > 0) ? (
        <nav aria-label="Tags" className="-mx-1 flex gap-1 overflow-x-auto p-1">
          {filter.tag ? (
            <Link
              href={forumHref({ ...filter, tag: null })}
              scroll={false}
              aria-label={`Tag ${filter.tag}. Show all tags`}
              aria-current="page"
              className={chip}
            >
              {filter.tag}
              <X aria-hidden="true" className="size-3.5" />
            </Link>
          ) : (
            tags.data?.slice(0, 12).map(({ count, tag }) => (
              <Link key={tag} href={forumHref({ ...filter, tag })} scroll={false} className={chip}>
                {tag}
                <span className="figures text-xs">{count}</span>
                <span className="sr-only">{count === 1 ? "topic" : "topics"}</span>
              </Link>
            ))
          )}
        </nav>
      ) : null}
    </div>
  );
}

function isSort(text: string): text is TopicSort {
  return Object.hasOwn(sortLabels, text);
}
