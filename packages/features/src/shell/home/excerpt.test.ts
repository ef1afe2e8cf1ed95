import { describe, expect, it } from "vitest";
import { excerpt } from "./excerpt.ts";

describe("the excerpt of a post", () => {
  it("leaves a short plain text alone", () => {
    expect(excerpt("Two customers today.", 80)).toBe("Two customers today.");
  });

  it("drops the marks and keeps the words", () => {
    const text =
      "# Week 3\n\n- **Sold** the _first_ `seat`\n> see [the notes](https://x.example/a_b)";
    expect(excerpt(text, 200)).toBe("Week 3 Sold the first seat see the notes");
  });

  it("keeps underscores inside of words and single stars in sums", () => {
    expect(excerpt("snake_case_name and 3 * 4 * 5", 80)).toBe("snake_case_name and 3 * 4 * 5");
  });

  it("cuts between words and never longer than asked", () => {
    const cut = excerpt("one two three four five six seven", 18);
    expect(cut).toBe("one two three…");
    expect(Array.from(cut).length).toBeLessThanOrEqual(19);
  });

  it("cuts a word without spaces by letters, not by halves of a sign", () => {
    expect(excerpt("🌱".repeat(30), 10)).toBe(`${"🌱".repeat(10)}…`);
  });
});
