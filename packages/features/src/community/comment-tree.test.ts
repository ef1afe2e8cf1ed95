import { describe, expect, it } from "vitest";
import { foldsOver, threadEntries, unfolded } from "./comment-tree.ts";
import type { Comment } from "./feed-query.ts";

const part = (name: string) => name.padStart(22, "0");

function comment(...path: string[]): Comment {
  return {
    id: path.join("/"),
    postId: "p",
    parentId: null,
    depth: path.length - 1,
    threadKey: path.map(part).join(""),
    content: path.join("/"),
    createdAt: new Date(0),
    editedAt: null,
    deletedAt: null,
    authorId: "a",
    authorName: "A",
    authorAvatarUrl: null,
    own: false,
    restorable: false,
    cursorAt: "",
  };
}

const shape = (entries: ReturnType<typeof threadEntries>) =>
  entries.map((entry) => [entry.kind, entry.depth, entry.answers]);

describe("threads", () => {
  it("stand as they come, with the number of answers below each", () => {
    const entries = threadEntries([
      comment("a"),
      comment("a", "b"),
      comment("a", "b", "c"),
      comment("d"),
    ]);
    expect(shape(entries)).toEqual([
      ["comment", 0, 2],
      ["comment", 1, 1],
      ["comment", 2, 0],
      ["comment", 0, 0],
    ]);
  });

  it("keep a mark for what is gone, once, at each level", () => {
    const entries = threadEntries([comment("a", "b", "c"), comment("a", "b", "d"), comment("e")]);
    expect(shape(entries)).toEqual([
      ["gone", 0, 2],
      ["gone", 1, 2],
      ["comment", 2, 0],
      ["comment", 2, 0],
      ["comment", 0, 0],
    ]);
  });

  it("fold with all that stands below, and say what folds hide", () => {
    const entries = threadEntries([comment("a"), comment("a", "b"), comment("c")]);
    const folded = new Set([part("a")]);
    expect(unfolded(entries, folded).map(({ key }) => key)).toEqual([part("a"), part("c")]);
    expect(foldsOver(part("a") + part("b"), folded)).toEqual([part("a")]);
    expect(foldsOver(part("a"), folded)).toEqual([]);
  });
});
