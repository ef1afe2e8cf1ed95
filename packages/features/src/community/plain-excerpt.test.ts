import { describe, expect, it } from "vitest";
import { plainExcerpt } from "./plain-excerpt.ts";

describe("the beginning of a text", () => {
  it("is plain and on one line", () => {
    expect(plainExcerpt("# A **plan**\n\n- see [here](https://x.example) `now`")).toBe(
      "A plan - see here now",
    );
  });

  it("ends at a word", () => {
    const cut = plainExcerpt("word ".repeat(80));
    expect(cut.length).toBeLessThanOrEqual(161);
    expect(cut.endsWith("word…")).toBe(true);
    expect(plainExcerpt("x".repeat(500)).length).toBeLessThanOrEqual(161);
  });
});
