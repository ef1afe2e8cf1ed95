import type { ReactElement } from "react";
import type { Segment } from "./search-options.ts";

/** A text in which what was searched for is marked. */
export function Marked({ segments }: { segments: readonly Segment[] }): ReactElement {
  return (
    <>
      {segments.map((segment, place) =>
        segment.match ? (
          <mark
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
            key={place}
            className="rounded-xs bg-brand-soft font-medium text-brand-text forced-colors:bg-[Mark] forced-colors:text-[MarkText]"
          >
            {segment.text}
          </mark>
        ) : (
          segment.text
        ),
      )}
    </>
  );
}
