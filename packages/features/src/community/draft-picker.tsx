"use client";

import { Button } from "@neothink/ui/button";
import { Popover, PopoverClose, PopoverContent, PopoverTrigger } from "@neothink/ui/popover";
import { Time } from "@neothink/ui/time";
import { FilePen } from "lucide-react";
import type { ReactElement } from "react";
import { plainExcerpt } from "./plain-excerpt.ts";
import type { Draft } from "./use-draft.ts";

/** The member's other drafts, to go on with one of them. */
export function DraftPicker({
  drafts,
  onOpen,
}: {
  drafts: readonly Draft[];
  onOpen: (draft: Draft) => void;
}): ReactElement {
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="sm">
          <FilePen aria-hidden="true" />
          Drafts ({drafts.length})
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Drafts" className="max-h-80 overflow-y-auto p-1.5">
        <ul className="grid gap-0.5">
          {drafts.map((draft) => (
            <li key={draft.id}>
              <PopoverClose asChild>
                <button
                  type="button"
                  className="grid w-full gap-0.5 rounded-md px-2.5 py-2 text-left hover:bg-accent"
                  onClick={() => onOpen(draft)}
                >
                  <span className="truncate text-sm">
                    {plainExcerpt(draft.data.content) || draft.data.poll?.question || "Untitled"}
                  </span>
                  <span className="text-xs text-muted-foreground">
                    <Time value={draft.savedAt} />
                  </span>
                </button>
              </PopoverClose>
            </li>
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  );
}
