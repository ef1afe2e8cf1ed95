import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { streakFibonacci } from "./fibonacci.ts";
import {
  advanceStreak,
  daysBetween,
  localDate,
  mondayOf,
  newStreak,
  presentStreak,
} from "./streak.ts";

function afterDates(dates: readonly string[], freezeDays = 0) {
  return dates.reduce((state, date) => advanceStreak(state, date, freezeDays), newStreak);
}

describe("the Fibonacci number of a streak", () => {
  it("follows the sequence and stops at its cap", () => {
    const found = [0, 1, 2, 3, 4, 5, 12, 13, 14, 5000].map((day) => streakFibonacci(day, "233"));
    expect(found).toEqual(["0", "1", "1", "2", "3", "5", "144", "233", "233", "233"]);
    expect(streakFibonacci(10, "50")).toBe("50");
  });
});

describe("a streak", () => {
  it("begins at one, stays on the same day and grows on the next", () => {
    expect(afterDates(["2026-11-20"]).currentStreak).toBe(1);
    expect(afterDates(["2026-11-20", "2026-11-20"]).currentStreak).toBe(1);
    expect(afterDates(["2026-11-20", "2026-11-21", "2026-11-22"]).currentStreak).toBe(3);
  });

  it("begins anew after a missed day and remembers the longest run", () => {
    const state = afterDates(["2026-11-18", "2026-11-19", "2026-11-21"]);
    expect(state).toMatchObject({ currentStreak: 1, longestStreak: 2 });
  });

  it("skips a missed day while freeze days are left, and has new ones each week", () => {
    // 16 November 2026 is a Monday.
    const once = afterDates(["2026-11-16", "2026-11-18"], 1);
    expect(once).toMatchObject({ currentStreak: 2, freezeDays: 0, freezesUsed: 1 });
    expect(advanceStreak(once, "2026-11-20", 1).currentStreak).toBe(1);
    expect(afterDates(["2026-11-16", "2026-11-18", "2026-11-22", "2026-11-24"], 1)).toMatchObject({
      currentStreak: 2,
    });
  });

  it("waits while it is paused", () => {
    const paused = { ...afterDates(["2026-11-10"]), pausedUntil: "2026-11-20" };
    expect(advanceStreak(paused, "2026-11-15", 0).currentStreak).toBe(2);
    expect(advanceStreak(paused, "2026-11-21", 0).currentStreak).toBe(2);
    expect(advanceStreak(paused, "2026-11-22", 0).currentStreak).toBe(1);
  });

  it("takes an earlier date, after a flight to the west, for the same day", () => {
    const state = afterDates(["2026-11-20", "2026-11-21"]);
    expect(advanceStreak(state, "2026-11-20", 0)).toMatchObject({
      currentStreak: 2,
      lastActiveDate: "2026-11-21",
    });
  });

  it("still stands the day after, and has ended when a day went by", () => {
    const state = afterDates(["2026-11-19", "2026-11-20"]);
    const seen = ["2026-11-20", "2026-11-21", "2026-11-22"].map((day) => presentStreak(state, day));
    expect(seen).toEqual([2, 2, 0]);
    expect(presentStreak(newStreak, "2026-11-22")).toBe(0);
  });

  it("equals the number of consecutive days, whatever the month, the year or the hour change", () => {
    const firstDay = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(firstDay, fc.integer({ min: 1, max: 60 }), (first, length) => {
        const dates = Array.from({ length }, (_, index) =>
          new Date((first + index) * 86_400_000).toISOString().slice(0, 10),
        );
        expect(afterDates(dates).currentStreak).toBe(length);
      }),
    );
  });
});

describe("the member's calendar", () => {
  it("turns at midnight of the member's zone", () => {
    const moment = new Date("2026-11-22T02:30:00Z");
    expect(localDate(moment, "UTC")).toBe("2026-11-22");
    expect(localDate(moment, "America/New_York")).toBe("2026-11-21");
    expect(localDate(moment, "Asia/Tokyo")).toBe("2026-11-22");
    expect(localDate(moment, "Not/A_Zone")).toBe("2026-11-22");
  });

  it("has one date a day over both changes of the clock", () => {
    // Berlin: 25 October 2026 has 25 hours, 29 March 2026 has 23.
    for (const [from, hours] of [
      ["2026-10-24T22:30:00Z", 25],
      ["2026-03-28T23:30:00Z", 23],
    ] as const) {
      const start = new Date(from);
      const dates = Array.from({ length: hours }, (_, hour) =>
        localDate(new Date(start.getTime() + hour * 3_600_000), "Europe/Berlin"),
      );
      expect(new Set(dates).size).toBe(1);
      const next = localDate(new Date(start.getTime() + hours * 3_600_000), "Europe/Berlin");
      expect(daysBetween(dates[0] ?? "", next)).toBe(1);
    }
  });

  it("knows the Monday of each date", () => {
    expect(mondayOf("2026-11-22")).toBe("2026-11-16");
    expect(mondayOf("2026-11-16")).toBe("2026-11-16");
    expect(mondayOf("2026-01-01")).toBe("2025-12-29");
  });
});
