"use client";

import { queryLength } from "@neothink/api/search/search.schema";
import { brand } from "@neothink/brand/current";
import { Dialog, DialogContent, DialogTitle } from "@neothink/ui/dialog";
import { Kbd } from "@neothink/ui/kbd";
import { Spinner } from "@neothink/ui/spinner";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { ArrowRight, Clock, Search, TrendingUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactElement, type ReactNode, useState } from "react";
import { apiFailure } from "../shell/api-error.ts";
import { NavigationIcon } from "../shell/navigation-icon.tsx";
import { useTRPC } from "../shell/trpc-client.tsx";
import { searchAddress } from "./search-address.ts";
import { SearchDialogHit } from "./search-dialog-hit.tsx";
import type { Hit } from "./search-options.ts";
import { useSelectHit } from "./use-search-log.ts";
import { useSettled } from "./use-settled.ts";

const typingPause = 140;
const shown = 6;

/** Searching over any page: pages, own and frequent searches, and the first hits. */
export function SearchDialog({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}): ReactElement {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        aria-describedby={undefined}
        className="block max-w-xl overflow-hidden p-0 sm:p-0"
      >
        <DialogTitle className="sr-only">Search</DialogTitle>
        <Palette onClose={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function Palette({ onClose }: { onClose: () => void }): ReactElement {
  const [text, setText] = useState("");
  const q = useSettled(text, typingPause);
  const asks = q.trim() !== "";
  const api = useTRPC();
  const router = useRouter();
  const select = useSelectHit();
  const offered = useQuery({
    ...api.search.suggest.queryOptions({ q }),
    placeholderData: keepPreviousData,
  });
  const found = useQuery({
    ...api.search.query.queryOptions({ q, limit: shown }),
    enabled: asks,
    placeholderData: keepPreviousData,
  });
  const hits = asks ? (found.data?.hits ?? []) : [];
  const corrected = asks ? (found.data?.corrected ?? null) : null;
  const pages = brand.navigation.filter(({ label }) =>
    label.toLowerCase().includes(text.trim().toLowerCase()),
  );

  function go(href: string): void {
    onClose();
    router.push(href);
  }
  function search(words: string): void {
    go(searchAddress({ q: words, kind: null }));
  }
  function openHit(hit: Hit, place: number): void {
    select({ q, kind: null, results: hits.length, hit, place });
    go(hit.href);
  }

  return (
    <Command
      label="Search"
      shouldFilter={false}
      loop
      className="grid max-h-[min(32rem,76dvh)] grid-rows-[auto_minmax(0,1fr)_auto]"
    >
      <div className="flex h-14 items-center gap-3 border-b pr-14 pl-4">
        <Search aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
        <Command.Input
          value={text}
          onValueChange={setText}
          maxLength={queryLength}
          placeholder="Posts, topics, members, pages"
          className="h-full min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-muted-foreground"
        />
        {found.isFetching ? <Spinner className="text-muted-foreground" /> : null}
      </div>
      <Command.List aria-label="Hits" className="overflow-y-auto overscroll-contain p-2">
        {text.trim() === "" ? null : (
          <Entry value="search everything" onSelect={() => search(text)}>
            <Search aria-hidden="true" className="size-4 shrink-0" />
            <span className="truncate">
              Search everything for “<span className="font-medium">{text.trim()}</span>”
            </span>
          </Entry>
        )}
        {corrected ? (
          <p className="px-3 pt-2 text-xs text-muted-foreground">These are hits for {corrected}</p>
        ) : null}
        {hits.length > 0 ? (
          <Group heading="Found">
            {hits.map((hit, index) => (
              <Entry
                key={`${hit.kind} ${hit.id}`}
                value={`${hit.kind} ${hit.id}`}
                onSelect={() => openHit(hit, index + 1)}
              >
                <SearchDialogHit hit={hit} />
              </Entry>
            ))}
          </Group>
        ) : null}
        {offered.data && offered.data.length > 0 ? (
          <Group heading={asks ? "Searches" : "Search again"}>
            {offered.data.map(({ query, source }) => (
              <Entry key={query} value={`again ${query}`} onSelect={() => search(query)}>
                {source === "recent" ? (
                  <Clock aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
                ) : (
                  <TrendingUp
                    aria-hidden="true"
                    className="size-4 shrink-0 text-muted-foreground"
                  />
                )}
                <span className="truncate">{query}</span>
              </Entry>
            ))}
          </Group>
        ) : null}
        {pages.length > 0 ? (
          <Group heading="Pages">
            {pages.map(({ href, label, icon }) => (
              <Entry key={href} value={`page ${href}`} onSelect={() => go(href)}>
                <NavigationIcon name={icon} className="size-4 shrink-0 text-muted-foreground" />
                <span className="truncate">{label}</span>
                <ArrowRight
                  aria-hidden="true"
                  className="ml-auto size-3.5 shrink-0 text-muted-foreground"
                />
              </Entry>
            ))}
          </Group>
        ) : null}
        <p role="status" className="px-3 py-2 text-sm text-muted-foreground empty:hidden">
          {outcome({
            asks,
            failed: found.isError,
            pending: found.isFetching,
            hits,
            error: found.error,
          })}
        </p>
      </Command.List>
      <p className="flex items-center gap-2 border-t px-4 py-2.5 text-xs text-muted-foreground max-sm:hidden">
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd> choose
        <Kbd>↵</Kbd> open
        <Kbd>esc</Kbd> close
      </p>
    </Command>
  );
}

function outcome({
  asks,
  failed,
  pending,
  hits,
  error,
}: {
  asks: boolean;
  failed: boolean;
  pending: boolean;
  hits: readonly Hit[];
  error: unknown;
}): string | null {
  if (!asks || pending) {
    return null;
  }
  if (failed) {
    return apiFailure(error).message;
  }
  return hits.length === 0 ? "Nothing found yet. Try fewer or other letters." : null;
}

function Group({ heading, children }: { heading: string; children: ReactNode }): ReactElement {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted-foreground"
    >
      {children}
    </Command.Group>
  );
}

function Entry({
  value,
  onSelect,
  children,
}: {
  value: string;
  onSelect: () => void;
  children: ReactNode;
}): ReactElement {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 py-2 text-sm outline-none data-[selected=true]:bg-accent forced-colors:data-[selected=true]:outline-2"
    >
      {children}
    </Command.Item>
  );
}
