"use client";

import { brand } from "@neothink/brand/current";
import { isPlatformSlug, platformSlugs, platforms } from "@neothink/brand/platforms";
import { tokenTypes } from "@neothink/brand/tokens";
import { cn } from "@neothink/ui/cn";
import { Field } from "@neothink/ui/field";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@neothink/ui/select";
import { TokenGlyph } from "@neothink/ui/token-glyph";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactElement } from "react";
import { type FeedFilter, feedHref } from "./feed-filter.ts";

const all = "all";

/** Chooses the part of the feed; each choice is an address of its own. */
export function FeedFilters({ filter }: { filter: FeedFilter }): ReactElement {
  const router = useRouter();
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <nav aria-label="Posts by token" className="-mx-1 flex gap-1 overflow-x-auto p-1">
        {[null, ...tokenTypes].map((tokenTag) => (
          <Link
            key={tokenTag ?? all}
            href={feedHref({ ...filter, tokenTag }, brand)}
            scroll={false}
            aria-current={filter.tokenTag === tokenTag ? "page" : undefined}
            className={cn(
              "inline-flex h-8 items-center gap-1.5 rounded-full border px-3 text-[0.8125rem] font-medium whitespace-nowrap text-muted-foreground hover:bg-accent",
              "aria-[current=page]:border-brand-border aria-[current=page]:bg-brand-soft aria-[current=page]:text-brand-text",
            )}
          >
            {tokenTag ? <TokenGlyph token={tokenTag} /> : null}
            {tokenTag ?? "All posts"}
          </Link>
        ))}
      </nav>
      <div className="grid w-full auto-cols-fr grid-flow-col gap-3">
        <SectionFilter filter={filter} />
        <Field label="Community" hideLabel>
          <Select
            value={filter.platform ?? all}
            onValueChange={(value) => {
              const platform = isPlatformSlug(value) ? value : null;
              router.push(feedHref({ ...filter, platform, section: null }, brand), {
                scroll: false,
              });
            }}
          >
            <SelectTrigger>
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              <SelectItem value={all}>All communities</SelectItem>
              {platformSlugs.map((slug) => (
                <SelectItem key={slug} value={slug}>
                  {platforms[slug].name}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        </Field>
      </div>
    </div>
  );
}

/** Narrows the feed of one platform to a section of it. */
function SectionFilter({ filter }: { filter: FeedFilter }): ReactElement | null {
  const router = useRouter();
  if (filter.platform === null) {
    return null;
  }
  return (
    <Field label="Section" hideLabel>
      <Select
        value={filter.section ?? all}
        onValueChange={(value) => {
          const section = value === all ? null : value;
          router.push(feedHref({ ...filter, section }, brand), { scroll: false });
        }}
      >
        <SelectTrigger>
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={all}>All sections</SelectItem>
          {platforms[filter.platform].sections.map(({ name, slug }) => (
            <SelectItem key={slug} value={slug}>
              {name}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </Field>
  );
}
