import type { Comment } from "./feed-query.ts";

/** Characters of one level in a thread key, as the server writes it. */
const level = 22;

/** One line of the threads: a comment, or the mark of one that is gone while its answers stand. */
export type ThreadEntry =
  | {
      readonly kind: "comment";
      readonly key: string;
      readonly depth: number;
      readonly comment: Comment;
      /** Comments below it that are loaded, at any level. */
      readonly answers: number;
    }
  | {
      readonly kind: "gone";
      readonly key: string;
      readonly depth: number;
      readonly answers: number;
    };

/** The threads of comments that come in thread order, with a mark wherever one above is missing. */
export function threadEntries(comments: readonly Comment[]): ThreadEntry[] {
  const known = new Set(comments.map(({ threadKey }) => threadKey));
  const marked = new Set<string>();
  const entries: ThreadEntry[] = [];
  for (const comment of comments) {
    const { depth, threadKey } = comment;
    for (let above = 1; above <= depth; above += 1) {
      const key = threadKey.slice(0, level * above);
      if (!known.has(key) && !marked.has(key)) {
        marked.add(key);
        entries.push({ kind: "gone", key, depth: above - 1, answers: below(comments, key) });
      }
    }
    entries.push({
      kind: "comment",
      key: threadKey,
      depth,
      comment,
      answers: below(comments, threadKey),
    });
  }
  return entries;
}

function below(comments: readonly Comment[], key: string): number {
  return comments.filter(({ threadKey }) => isBelow(threadKey, key)).length;
}

function isBelow(key: string, above: string): boolean {
  return key.length > above.length && key.startsWith(above);
}

/** What stays when the threads under these keys are folded. */
export function unfolded(
  entries: readonly ThreadEntry[],
  folded: ReadonlySet<string>,
): ThreadEntry[] {
  return entries.filter(({ key }) => ![...folded].some((above) => isBelow(key, above)));
}

/** The folded threads that hide this one. */
export function foldsOver(key: string, folded: ReadonlySet<string>): string[] {
  return [...folded].filter((above) => isBelow(key, above));
}
