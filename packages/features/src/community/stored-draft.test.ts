import { describe, expect, it } from "vitest";
import { draftKey, keepDraft, readDraft, type StoredDraft } from "./stored-draft.ts";

const draft: StoredDraft = {
  id: "6f1c1e0e-5b9a-4b0e-9b4e-0b6e2f6d9a11",
  content: "Half a thought",
  tokenTag: "LOVE",
  visibility: "private",
  base: "2026-11-22 12:03:04.123456+00",
  section: null,
  publishAt: new Date("2031-01-01T10:00:00Z"),
  poll: { question: "Which?", choices: ["a"], multiple: false, closesAt: null },
};

function shelf(full = false) {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => void items.delete(key),
    setItem: (key: string, value: string) => {
      if (full) {
        throw new DOMException("full", "QuotaExceededError");
      }
      items.set(key, value);
    },
  };
}

describe("an unfinished post", () => {
  it("comes back as it was kept, and goes when it is empty", () => {
    const store = shelf();
    keepDraft(store, "k", draft);
    expect(readDraft(store, "k")).toEqual(draft);
    keepDraft(store, "k", { ...draft, content: "  \n", poll: null });
    expect(store.items.size).toBe(0);
  });

  it("is each member's own, on each platform", () => {
    expect(draftKey("a", "hub")).not.toBe(draftKey("b", "hub"));
    expect(draftKey("a", "hub")).not.toBe(draftKey("a", "ascenders"));
  });

  it.each(["", "{", "null", '{"content":"no id"}', '{"id":1}'])(
    "ignores what it cannot read: %j",
    (text) => {
      const store = shelf();
      store.items.set("k", text);
      expect(readDraft(store, "k")).toBeNull();
    },
  );

  it("lets the member write on when the shelf is full", () => {
    expect(() => keepDraft(shelf(true), "k", draft)).not.toThrow();
  });
});
