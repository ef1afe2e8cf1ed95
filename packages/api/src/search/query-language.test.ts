import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asksNothing, formatQuery, momentOf, parseQuery } from "./query-language.ts";

const nothing = {
  words: [],
  phrases: [],
  without: [],
  from: [],
  tags: [],
  platforms: [],
  sections: [],
  kinds: [],
  since: null,
  before: null,
  misread: [],
  typing: false,
};

/** Text as people type it: operators, quotes and signs far more often than by chance. */
const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['"', "-", "#", ":", " ", "from:", "tag:", "in:", "before:", "after:", "--"],
        ...[
          "posts",
          "hub",
          "2026-11-01",
          "2026-13-01",
          "1969",
          "focus",
          "Ünïcode",
          "'",
          "\\",
          "&|!",
        ],
      ),
      fc.string({ unit: "binary", maxLength: 6 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(""));

describe("the language of searches", () => {
  it("tells words, phrases, exclusions, tags and operators apart", () => {
    expect(
      parseQuery(
        'first offer "ten people" -cold #Focus tag:sales from:"Mara Lindqvist" from:me in:hub in:flow in:posts after:2026 before:2026-11-01 calm',
      ),
    ).toEqual({
      words: ["first", "offer", "calm"],
      phrases: ["ten people"],
      without: ["cold"],
      from: ["Mara Lindqvist", "me"],
      tags: ["focus", "sales"],
      platforms: ["hub"],
      sections: ["flow"],
      kinds: ["post"],
      since: "2026",
      before: "2026-11-01",
      misread: [],
      typing: true,
    });
  });

  it("knows whether the last word may still grow", () => {
    expect(parseQuery("morning li").typing).toBe(true);
    expect(parseQuery("morning light ").typing).toBe(false);
    expect(parseQuery('morning "light').typing).toBe(false);
    expect(parseQuery("morning from:mara").typing).toBe(false);
  });

  it("waits for the value of an operator", () => {
    expect(parseQuery("from:")).toEqual(nothing);
    expect(parseQuery('tag:"')).toEqual(nothing);
    expect(asksNothing(parseQuery(' - -- # "" '))).toBe(false);
    expect(asksNothing(parseQuery(' - -- "" '))).toBe(true);
  });

  it("sets operators aside whose value fits not", () => {
    const query = parseQuery('before:soon in:"?? !" https://x.org ');
    expect(query.misread).toEqual(["before:soon", "in:?? !"]);
    expect(query.words).toEqual(["https://x.org"]);
  });

  it("excludes phrases and operators as they stand", () => {
    expect(parseQuery('-"cold calls" -from:mara').without).toEqual(["cold calls", "from:mara"]);
  });

  it("refuses dates that are none", () => {
    expect(momentOf("2026-11-01")?.toISOString()).toBe("2026-11-01T00:00:00.000Z");
    expect(momentOf("2026-11")?.toISOString()).toBe("2026-11-01T00:00:00.000Z");
    expect(momentOf("2026")?.toISOString()).toBe("2026-01-01T00:00:00.000Z");
    for (const text of ["2026-02-30", "2026-13", "1969-01-01", "26-01-01", "", "2026-1-1"]) {
      expect(momentOf(text)).toBeNull();
    }
  });

  it("never fails, keeps its bounds and gives the database nothing it refuses", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const query = parseQuery(text);
        for (const list of [query.words, query.phrases, query.without, query.from, query.tags]) {
          expect(list.length).toBeLessThanOrEqual(12);
          for (const value of list) {
            expect(value).not.toMatch(/["\p{Cc}\p{Cs}\uE000\uE001]/u);
            expect(value.trim()).not.toBe("");
          }
        }
        expect(query.words.every((word) => !/\s/.test(word))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("reads what it writes", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const query = parseQuery(text);
        expect(parseQuery(formatQuery(query))).toEqual(query);
      }),
      { numRuns: 3000 },
    );
  });
});
