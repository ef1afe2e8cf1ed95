import { fromMillionths } from "./reward-rules-classes.ts";

/** What one member earned in the period, in millionths. */
export interface MemberChange {
  readonly before: bigint;
  readonly after: bigint;
}

/** A tenth of the members, by what they earned before; amounts are decimal text. */
export interface Decile {
  /** 1 for those who earned least. */
  readonly decile: number;
  readonly members: number;
  readonly before: string;
  readonly after: string;
  readonly gain: number;
  readonly lose: number;
}

/** Sorts members by what they earned into ten groups as equal as their number allows. */
export function deciles(members: readonly MemberChange[]): Decile[] {
  const sorted = members.toSorted((one, other) => compare(one.before, other.before));
  const groups: Decile[] = [];
  for (let group = 0; group < 10; group += 1) {
    const from = Math.floor((group * sorted.length) / 10);
    const part = sorted.slice(from, Math.floor(((group + 1) * sorted.length) / 10));
    if (part.length > 0) {
      groups.push({
        decile: group + 1,
        members: part.length,
        before: fromMillionths(part.reduce((sum, { before }) => sum + before, 0n)),
        after: fromMillionths(part.reduce((sum, { after }) => sum + after, 0n)),
        gain: part.filter(({ before, after }) => after > before).length,
        lose: part.filter(({ before, after }) => after < before).length,
      });
    }
  }
  return groups;
}

function compare(one: bigint, other: bigint): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}
