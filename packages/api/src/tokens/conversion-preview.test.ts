import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amount, sum } from "./amount.ts";
import { previewConversion } from "./conversion-preview.ts";

const unit = 1_000_000n;

function text(units: bigint): string {
  const fraction = String(units % unit).padStart(6, "0");
  return `${units / unit}.${fraction}`;
}

const given = fc.bigInt({ min: 1n, max: 10n ** 14n }).map(text);
const rate = fc.bigInt({ min: 1n, max: 10n ** 9n }).map((value) => {
  const fraction = String(value % 100_000_000n).padStart(8, "0");
  return `${value / 100_000_000n}.${fraction}`;
});

describe("a conversion", () => {
  it.each([
    ["10", "1.2", "12"],
    ["0.000001", "0.9", "0"],
    ["0.000002", "0.9", "0.000001"],
    ["33.333333", "0.7", "23.333333"],
    ["999999999.999999", "1.3", "1299999999.999998"],
  ])("of %s at %s gives %s", (amountGiven, at, received) => {
    expect(previewConversion(amountGiven, at).received).toBe(received);
  });

  it("never gives more than the exact product, and loses less than a millionth", () => {
    fc.assert(
      fc.property(given, rate, (value, at) => {
        const { received, lost } = previewConversion(value, at);
        const exact = amount(value).times(at);
        expect(amount(received).lessThanOrEqualTo(exact)).toBe(true);
        expect(amount(lost).greaterThanOrEqualTo(0)).toBe(true);
        expect(amount(lost).lessThan("0.000001")).toBe(true);
        expect(amount(received).plus(lost).equals(exact)).toBe(true);
      }),
    );
  });

  it("gives no more in parts than at once", () => {
    fc.assert(
      fc.property(given, given, rate, (one, other, at) => {
        const whole = previewConversion(sum([one, other]), at).received;
        const parts = sum([
          previewConversion(one, at).received,
          previewConversion(other, at).received,
        ]);
        expect(amount(parts).lessThanOrEqualTo(whole)).toBe(true);
      }),
    );
  });

  it("gains nothing there and back when the rates themselves give nothing away", () => {
    fc.assert(
      fc.property(given, rate, rate, (value, there, back) => {
        fc.pre(amount(there).times(back).lessThanOrEqualTo(1));
        const home = previewConversion(previewConversion(value, there).received, back).received;
        expect(amount(home).lessThanOrEqualTo(value)).toBe(true);
      }),
    );
  });

  it("gives more for more", () => {
    fc.assert(
      fc.property(given, given, rate, (one, other, at) => {
        const [less, more] = amount(one).lessThan(other) ? [one, other] : [other, one];
        expect(
          amount(previewConversion(less, at).received).lessThanOrEqualTo(
            previewConversion(more, at).received,
          ),
        ).toBe(true);
      }),
    );
  });
});
