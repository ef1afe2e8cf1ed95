"use client";

import { Button } from "@neothink/ui/button";
import { EmptyState } from "@neothink/ui/empty-state";
import { SearchX } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { shownCount } from "./search-kinds.tsx";
import type { Found } from "./search-options.ts";

/** Nothing was found: shorter searches that find something, or the community itself. */
export function SearchNothing({
  q,
  shorter,
  onPick,
}: {
  q: string;
  shorter: Found["shorter"];
  onPick: (q: string) => void;
}): ReactElement {
  return (
    <EmptyState
      icon={<SearchX />}
      title={`Nothing found for “${q.trim()}”`}
      action={
        <Button asChild variant="outline">
          <Link href="/community">Ask the community</Link>
        </Button>
      }
    >
      {shorter.length === 0 ? (
        "Try another word, fewer words, or the beginning of one."
      ) : (
        <div className="grid justify-items-center gap-2">
          <p>With one word less:</p>
          {shorter.map((one) => (
            <Button key={one.q} variant="secondary" size="sm" onClick={() => onPick(one.q)}>
              {one.q}
              <span className="text-muted-foreground">{shownCount(one.hits)} found</span>
            </Button>
          ))}
        </div>
      )}
    </EmptyState>
  );
}
