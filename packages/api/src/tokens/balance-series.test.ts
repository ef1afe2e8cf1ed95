import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sum } from "./amount.ts";
import { allBalances, balanceSeries, noBalances } from "./balance-series.ts";

describe("the series of balances", () => {
  it("goes back from what is held today", () => {
    const present = { ...noBalances, LIVE: "150", LUCK: "5" };
    const changes = [
      { day: "2026-11-22", tokenType: "LIVE", change: "100" },
      { day: "2026-11-21", tokenType: "LUCK", change: "5" },
      { day: "2026-11-20", tokenType: "LIVE", change: "-50" },
    ];
    const series = balanceSeries(present, changes, { today: "2026-11-22", days: 4 });
    expect(series.map(({ day, balances }) => [day, balances.LIVE, balances.LUCK])).toEqual([
      ["2026-11-19", "100", "0"],
      ["2026-11-20", "50", "0"],
      ["2026-11-21", "50", "5"],
      ["2026-11-22", "150", "5"],
    ]);
  });

  it("crosses months and years", () => {
    const series = balanceSeries(noBalances, [], { today: "2027-01-01", days: 3 });
    expect(series.map(({ day }) => day)).toEqual(["2026-12-30", "2026-12-31", "2027-01-01"]);
  });

  it("ends with the present, and its first day plus all later changes gives the present", () => {
    const change = fc.record({
      day: fc.constantFrom("2026-11-20", "2026-11-21", "2026-11-22"),
      tokenType: fc.constant("LIFE"),
      change: fc.integer({ min: -1000, max: 1000 }).map(String),
    });
    fc.assert(
      fc.property(fc.array(change), fc.nat(), (changes, held) => {
        const present = { ...noBalances, LIFE: String(held) };
        const series = balanceSeries(present, changes, { today: "2026-11-22", days: 4 });
        expect(series.at(-1)?.balances.LIFE).toBe(String(held));
        const first = series[0]?.balances.LIFE ?? "";
        expect(sum([first, ...changes.map((each) => each.change)])).toBe(String(held));
      }),
    );
  });

  it("knows every token, also those that never moved", () => {
    expect(allBalances([{ tokenType: "LOVE", balance: "3" }])).toEqual({
      ...noBalances,
      LOVE: "3",
    });
  });
});
