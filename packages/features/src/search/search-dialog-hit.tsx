import { Avatar } from "@neothink/ui/avatar";
import { Time } from "@neothink/ui/time";
import type { ReactElement } from "react";
import { Marked } from "./marked.tsx";
import { nearMatch } from "./near-match.ts";
import type { Hit } from "./search-options.ts";

/** One hit in two short lines. */
export function SearchDialogHit({ hit }: { hit: Hit }): ReactElement {
  const name = hit.person?.name ?? "A member";
  return (
    <>
      <Avatar name={name} src={hit.person?.avatarUrl} size="sm" />
      <span className="grid min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="truncate font-medium">
            {hit.title ? <Marked segments={hit.title} /> : name}
          </span>
          <span className="shrink-0 text-xs text-muted-foreground">
            {hit.publishedAt ? <Time value={hit.publishedAt} /> : "Member"}
          </span>
        </span>
        <span className="truncate text-[0.8125rem] text-muted-foreground">
          <Marked segments={nearMatch(hit.excerpt)} />
        </span>
      </span>
    </>
  );
}
