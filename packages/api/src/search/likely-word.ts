/** A word that might have been meant. */
export interface LikeWord {
  readonly word: string;
  /** Share of common letter triples, from 0 to 1. */
  readonly likeness: number;
}

// One slip in a short word, two in a longer one: more would turn it into another word.
const shortWord = 5;

/** Letters typed wrongly, too much, too little or swapped with their neighbour. */
export function slips(from: string, to: string): number {
  const a = [...from];
  const b = [...to];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, letter] of a.entries()) {
    const line = [row + 1];
    for (const [column, other] of b.entries()) {
      const same = letter === other ? 0 : 1;
      let least = Math.min(
        (last[column + 1] ?? 0) + 1,
        (line[column] ?? 0) + 1,
        (last[column] ?? 0) + same,
      );
      if (row > 0 && column > 0 && letter === b[column - 1] && a[row - 1] === other) {
        least = Math.min(least, (beforeLast[column - 1] ?? 0) + 1);
      }
      line.push(least);
    }
    beforeLast = last;
    last = line;
  }
  return last.at(-1) ?? 0;
}

/** The word without case and accents, as the vocabulary keeps words. */
export function folded(word: string): string {
  return word
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase();
}

/** The words that might have been meant, the likeliest first; empty when none is near enough. */
export function likelyWords(asked: string, candidates: readonly LikeWord[]): string[] {
  const word = folded(asked);
  const allowed = word.length <= shortWord ? 1 : 2;
  return candidates
    .map((candidate) => ({ ...candidate, distance: slips(word, candidate.word) }))
    .filter(({ distance }) => distance > 0 && distance <= allowed)
    .sort((a, b) => a.distance - b.distance || b.likeness - a.likeness)
    .map((candidate) => candidate.word);
}
