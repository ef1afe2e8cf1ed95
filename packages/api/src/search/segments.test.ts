import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toSegments } from "./segments.ts";

const text = (marked: string): string =>
  toSegments(marked)
    .map((segment) => segment.text)
    .join("");

describe("excerpts", () => {
  it("tell matches from the rest", () => {
    expect(toSegments("a \uE000walk\uE001 in the \uE000park\uE001")).toEqual([
      { text: "a ", match: false },
      { text: "walk", match: true },
      { text: " in the ", match: false },
      { text: "park", match: true },
    ]);
  });

  it("drop the signs of Markdown and keep the words", () => {
    expect(
      text(
        "## Plan\n\n- **first** offer\n- `second`\n> quoted [site](https://x.org) ![pic](a.png)",
      ),
    ).toBe("Plan first offer second quoted site pic");
    expect(text("what [a \uE000link\uE001](https://x.org/abc")).toBe("what a link");
  });

  it("leave minus, plus and numbers in sentences alone", () => {
    expect(text("5 - 3 = 2 and C# or 3.5")).toContain("3 = 2 and C# or 3.5");
  });

  it("never show a mark, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (before, inside) => {
        expect(text(`${before}\uE000${inside}\uE001`)).not.toMatch(/[\uE000\uE001]/);
      }),
    );
  });
});
