/**
 * How far somebody has read the outbox. Numbers are given out before a transaction commits, so a
 * smaller one may appear after a larger one: `gaps` are the numbers below `last` that may still come.
 */
export interface OutboxPosition {
  readonly last: number;
  readonly gaps: readonly number[];
}

// A jump of the sequence must not become a list that no address can hold; the newest gaps matter.
const mostGaps = 200;

/** Where reading stands after the row with this number; null when it had been read before. */
export function advance(position: OutboxPosition, id: number): OutboxPosition | null {
  if (id <= position.last) {
    const gaps = position.gaps.filter((gap) => gap !== id);
    return gaps.length === position.gaps.length ? null : { last: position.last, gaps };
  }
  const from = Math.max(position.last + 1, id - mostGaps);
  const skipped = Array.from({ length: id - from }, (_, index) => from + index);
  return { last: id, gaps: [...position.gaps, ...skipped].slice(-mostGaps) };
}

/** Text of a position, for the id of a live event: base 36, gaps as distances below `last`. */
export function encodePosition({ last, gaps }: OutboxPosition): string {
  const distances = gaps.map((gap) => (last - gap).toString(36));
  return [last.toString(36), ...distances].join(".");
}

const shape = /^[0-9a-z]{1,10}(\.[0-9a-z]{1,10}){0,200}$/;

/** The position that a text names; null when it is none of ours. */
export function decodePosition(text: string): OutboxPosition | null {
  if (!shape.test(text)) {
    return null;
  }
  const [last = 0, ...distances] = text.split(".").map((part) => Number.parseInt(part, 36));
  const gaps = distances.map((distance) => last - distance);
  return gaps.every((gap) => gap >= 0 && gap < last) ? { last, gaps } : null;
}
