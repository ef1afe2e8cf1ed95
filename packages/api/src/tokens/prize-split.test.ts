import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amount, sum } from "./amount.ts";
import { splitPrize } from "./prize-split.ts";

const micro = fc.bigInt({ min: 1n, max: 10n ** 15n }).map((value) => {
  const text = String(value).padStart(7, "0");
  return `${text.slice(0, -6)}.${text.slice(-6)}`;
});
const people = fc.uniqueArray(fc.tuple(fc.uuid(), micro), {
  minLength: 1,
  maxLength: 40,
  selector: ([id]) => id,
});

describe("the split of a prize", () => {
  it.each([
    ["100", ["1", "1", "1"], ["33.333334", "33.333333", "33.333333"]],
    ["0.000002", ["1", "1", "1"], ["0.000001", "0.000001", "0"]],
    ["10", ["3", "1"], ["7.5", "2.5"]],
    ["0", ["3", "1"], ["0", "0"]],
  ])("of %s by %j is %j", (prize, given, shares) => {
    const parts = given.map((value, index) => ({ userId: String(index), amount: value }));
    expect(splitPrize(prize, parts).map((share) => share.amount)).toEqual(shares);
  });

  it("is empty when nothing was contributed", () => {
    expect(splitPrize("5", [])).toEqual([]);
    expect(splitPrize("5", [{ userId: "a", amount: "0" }])).toEqual([]);
  });

  it("adds up exactly, and nobody is a millionth or more away from their share", () => {
    fc.assert(
      fc.property(micro, people, (prize, pairs) => {
        const parts = pairs.map(([userId, value]) => ({ userId, amount: value }));
        const shares = splitPrize(prize, parts);
        const total = amount(sum(parts.map((part) => part.amount)));
        expect(sum(shares.map((share) => share.amount))).toBe(amount(prize).toFixed());
        for (const [index, part] of parts.entries()) {
          const exact = amount(prize).times(part.amount).dividedBy(total);
          const off = exact.minus(shares[index]?.amount ?? "0").abs();
          expect(off.lessThanOrEqualTo("0.000001")).toBe(true);
        }
      }),
    );
  });

  it("does not depend on the order of the contributors", () => {
    fc.assert(
      fc.property(micro, people, (prize, pairs) => {
        const parts = pairs.map(([userId, value]) => ({ userId, amount: value }));
        const byId = (shares: ReturnType<typeof splitPrize>) =>
          new Map(shares.map((share) => [share.userId, share.amount]));
        expect(byId(splitPrize(prize, parts.toReversed()))).toEqual(byId(splitPrize(prize, parts)));
      }),
    );
  });
});
