import type { Segment } from "./search-options.ts";

// Letters before the match that give it a footing in one short line.
const before = 24;

/** The text from shortly before its first match on, so that the match stands in a line that is cut. */
export function nearMatch(segments: readonly Segment[]): Segment[] {
  const place = segments.findIndex((segment) => segment.match);
  const lead = segments
    .slice(0, Math.max(place, 0))
    .map((segment) => segment.text)
    .join("");
  if (place <= 0 || lead.length <= before) {
    return [...segments];
  }
  const cut = lead.slice(-before);
  // From a whole word on, where there is one.
  const text = `… ${cut.slice(cut.indexOf(" ") + 1)}`;
  return [{ text, match: false }, ...segments.slice(place)];
}
