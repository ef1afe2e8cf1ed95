"use client";

import { countedHits, type HitKind, hitKinds } from "@neothink/api/search/search.schema";
import { cn } from "@neothink/ui/cn";
import type { ReactElement } from "react";
import type { Found } from "./search-options.ts";

const names: Record<HitKind, string> = { post: "Posts", topic: "Topics", member: "Members" };

/** How many, in words that fit a tab. */
export function shownCount(count: number): string {
  return count >= countedHits ? `${countedHits - 1}+` : String(count);
}

/** Chooses the kind of hits, with the number of each. */
export function SearchKinds({
  kind,
  counts,
  onChange,
}: {
  kind: HitKind | null;
  counts: Found["counts"];
  onChange: (kind: HitKind | null) => void;
}): ReactElement {
  return (
    <fieldset className="-mx-1 flex gap-1 overflow-x-auto p-1">
      <legend className="sr-only">Kind of hits</legend>
      {[null, ...hitKinds].map((one) => (
        <button
          key={one ?? "all"}
          type="button"
          aria-pressed={kind === one}
          onClick={() => onChange(one)}
          className={cn(
            "inline-flex h-8 items-center gap-1.5 rounded-full border px-3 text-[0.8125rem] font-medium whitespace-nowrap text-muted-foreground hover:bg-accent",
            "aria-pressed:border-brand-border aria-pressed:bg-brand-soft aria-pressed:text-brand-text",
          )}
        >
          {one ? names[one] : "Everything"}
          {one && counts ? <span className="figures">{shownCount(counts[one])}</span> : null}
        </button>
      ))}
    </fieldset>
  );
}
