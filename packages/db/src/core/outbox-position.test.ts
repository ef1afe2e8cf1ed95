import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance, decodePosition, encodePosition, type OutboxPosition } from "./outbox-position.ts";

describe("a position in the outbox", () => {
  it("lets every number through exactly once, in whatever order they commit", () => {
    const orders = fc
      .uniqueArray(fc.integer({ min: 1, max: 150 }), { maxLength: 100 })
      .chain((ids) => fc.tuple(fc.constant(ids), fc.array(fc.nat({ max: 99 }), { maxLength: 50 })));
    fc.assert(
      fc.property(orders, ([ids, again]) => {
        let position: OutboxPosition = { last: 0, gaps: [] };
        const seen: number[] = [];
        const repeats = again.flatMap((index) => ids[index] ?? []);
        for (const id of [...ids, ...repeats]) {
          const next = advance(position, id);
          if (next) {
            seen.push(id);
            position = decodePosition(encodePosition(next)) ?? position;
          }
        }
        expect(seen).toEqual(ids);
      }),
    );
  });

  it("stays small after a jump of the numbers", () => {
    const far = advance({ last: 1, gaps: [] }, 5_000_000);
    expect(far?.gaps).toHaveLength(200);
    expect(encodePosition(far ?? { last: 0, gaps: [] }).length).toBeLessThan(1000);
  });

  it("is not read from any other text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const position = decodePosition(text);
        expect(position === null || encodePosition(position).length > 0).toBe(true);
      }),
    );
    expect(decodePosition("")).toBeNull();
    expect(decodePosition("5.z")).toBeNull();
  });
});
