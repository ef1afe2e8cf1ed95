import type { Answer } from "./forum-query.ts";

/** Characters of one level in a thread key, as the server writes it. */
const level = 22;

/** One line of the threads: an answer, or the mark of one that is gone while its replies stand. */
export interface AnswerEntry {
  readonly key: string;
  readonly depth: number;
  /** Null for a mark. */
  readonly answer: Answer | null;
  /** Replies below it that are loaded, at any level. */
  readonly replies: number;
}

function isBelow(key: string, above: string): boolean {
  return key.length > above.length && key.startsWith(above);
}

/** The threads of answers that come in thread order, with a mark wherever one above is missing. */
export function answerEntries(answers: readonly Answer[]): AnswerEntry[] {
  const known = new Set(answers.map(({ threadKey }) => threadKey));
  const repliesBelow = (key: string): number =>
    answers.filter(({ threadKey }) => isBelow(threadKey, key)).length;
  return answers.flatMap((answer): AnswerEntry[] => {
    const { depth, threadKey: key } = answer;
    const missing = Array.from({ length: depth }, (_, above) => ({
      key: key.slice(0, level * (above + 1)),
      depth: above,
    })).filter((above) => !known.has(above.key));
    for (const above of missing) {
      known.add(above.key);
    }
    return [
      ...missing.map((above) => ({ ...above, answer: null, replies: repliesBelow(above.key) })),
      { key, depth, answer, replies: repliesBelow(key) },
    ];
  });
}

/** What stays when the threads under these keys are folded. */
export function withoutFolded(
  entries: readonly AnswerEntry[],
  folded: ReadonlySet<string>,
): AnswerEntry[] {
  return entries.filter(({ key }) => ![...folded].some((above) => isBelow(key, above)));
}
