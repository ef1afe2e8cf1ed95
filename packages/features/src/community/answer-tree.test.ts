import { describe, expect, it } from "vitest";
import { answerEntries, withoutFolded } from "./answer-tree.ts";
import type { Answer } from "./forum-query.ts";

const part = (letter: string): string => letter.repeat(22);

function answer(path: string): Answer {
  return {
    id: path,
    topicId: "t",
    parentId: null,
    depth: path.length - 1,
    threadKey: [...path].map(part).join(""),
    content: path,
    relatedConcepts: [],
    createdAt: new Date(0),
    editedAt: null,
    deletedAt: null,
    upvotes: 0,
    downvotes: 0,
    vote: 0,
    authorId: null,
    authorName: null,
    authorAvatarUrl: null,
    own: false,
    restorable: false,
    cursorAt: "",
  };
}

describe("threads of answers", () => {
  it("get one mark for each answer that is gone while replies stand", () => {
    const entries = answerEntries([answer("a"), answer("bcd"), answer("bce"), answer("f")]);
    expect(
      entries.map(({ answer: one, depth, replies }) => [one?.id ?? "-", depth, replies]),
    ).toEqual([
      ["a", 0, 0],
      ["-", 0, 2],
      ["-", 1, 2],
      ["bcd", 2, 0],
      ["bce", 2, 0],
      ["f", 0, 0],
    ]);
  });

  it("hide what is below a folded one, and only that", () => {
    const entries = answerEntries([answer("a"), answer("ab"), answer("abc"), answer("d")]);
    const shown = withoutFolded(entries, new Set([part("a")]));
    expect(shown.map(({ answer: one }) => one?.id)).toEqual(["a", "d"]);
  });
});
