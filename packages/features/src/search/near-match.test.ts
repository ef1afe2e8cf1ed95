import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearMatch } from "./near-match.ts";

describe("a line that is cut", () => {
  it("begins shortly before the match, at a word", () => {
    expect(
      nearMatch([
        { text: "a long way of many words to the ", match: false },
        { text: "garden", match: true },
        { text: " gate", match: false },
      ]),
    ).toEqual([
      { text: "… of many words to the ", match: false },
      { text: "garden", match: true },
      { text: " gate", match: false },
    ]);
  });

  it("stays as it is when the match comes early or never", () => {
    const early = [
      { text: "the ", match: false },
      { text: "garden", match: true },
    ];
    expect(nearMatch(early)).toEqual(early);
    const never = [{ text: "x".repeat(90), match: false }];
    expect(nearMatch(never)).toEqual(never);
  });

  it("keeps everything from the match on", () => {
    const text = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(text, text, text, (lead, match, rest) => {
        const [, ...kept] = nearMatch([
          { text: lead, match: false },
          { text: match, match: true },
          { text: rest, match: false },
        ]);
        expect(kept).toEqual([
          { text: match, match: true },
          { text: rest, match: false },
        ]);
      }),
    );
  });
});
