import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likelyWords, slips } from "./likely-word.ts";

describe("typing slips", () => {
  it("count wrong, missing, extra and swapped letters once each", () => {
    expect(slips("garden", "garden")).toBe(0);
    expect(slips("garben", "garden")).toBe(1);
    expect(slips("graden", "garden")).toBe(1);
    expect(slips("gardn", "garden")).toBe(1);
    expect(slips("gardden", "garden")).toBe(1);
    expect(slips("", "abc")).toBe(3);
  });

  it("are the same both ways, and none only between equal words", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "é"), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slips(a, b)).toBe(slips(b, a));
        expect(slips(a, b) === 0).toBe(a === b);
        expect(slips(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it("allow one in a short word and two in a long one, nearest first", () => {
    const words = ["calm", "clam", "palm", "claim"].map((word) => ({ word, likeness: 0.3 }));
    expect(likelyWords("camm", words)).toEqual(["calm"]);
    expect(likelyWords("clma", words)).toEqual(["clam"]);
    const long = [
      { word: "strategy", likeness: 0.5 },
      { word: "stratagem", likeness: 0.4 },
    ];
    expect(likelyWords("Stratgey", long)).toEqual(["strategy", "stratagem"]);
    expect(likelyWords("xyzxyzxy", long)).toEqual([]);
  });
});
