import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { streakFibonacci } from "./fibonacci.ts";
import {
  addDays,
  advanceStreak,
  daysBetween,
  localDate,
  mondayOf,
  newStreak,
  presentStreak,
  type StreakState,
  skippedDays,
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

describe("freeze days that were bought", () => {
  const held: StreakState = {
    ...newStreak,
    currentStreak: 5,
    longestStreak: 5,
    lastActiveDate: "2026-11-02",
    freezeWeek: "2026-11-02",
    extraFreezes: 2,
  };

  it("are used by themselves, after those of the week", () => {
    const kept = { ...held, freezeDays: 1 };
    expect(advanceStreak(kept, "2026-11-06", 1)).toMatchObject({
      currentStreak: 6,
      freezeDays: 0,
      extraFreezes: 0,
      freezesUsed: 3,
    });
    expect(skippedDays(kept, "2026-11-06", 1)).toEqual([
      { day: "2026-11-03", kind: "weekly" },
      { day: "2026-11-04", kind: "bought" },
      { day: "2026-11-05", kind: "bought" },
    ]);
  });

  it("are kept when they could not save the streak", () => {
    expect(advanceStreak(held, "2026-11-06", 0)).toMatchObject({
      currentStreak: 1,
      extraFreezes: 2,
    });
    expect(skippedDays(held, "2026-11-06", 0)).toEqual([]);
    expect(presentStreak(held, "2026-11-06")).toBe(0);
    expect(presentStreak(held, "2026-11-05")).toBe(5);
  });

  it("are not used up by days of a pause", () => {
    const paused = { ...held, pausedFrom: "2026-11-03", pausedUntil: "2026-11-20" };
    expect(advanceStreak(paused, "2026-11-22", 0)).toMatchObject({
      currentStreak: 6,
      extraFreezes: 1,
    });
    expect(
      skippedDays(paused, "2026-11-22", 0).filter((day) => day.kind === "paused"),
    ).toHaveLength(18);
  });

  it("must cover what was missed before a pause began", () => {
    const late = { ...held, extraFreezes: 0, pausedFrom: "2026-11-04", pausedUntil: "2026-11-10" };
    expect(advanceStreak(late, "2026-11-11", 0).currentStreak).toBe(1);
  });
});

describe("days by the clock of the member", () => {
  const zones = ["Europe/Berlin", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe"];

  it.each(zones)("in %s, one action at each local noon makes an unbroken year", (zone) => {
    let state = newStreak;
    let day = "2026-01-01";
    for (let count = 1; count <= 365; count += 1) {
      state = advanceStreak(state, localDate(noonIn(day, zone), zone), 0, zone);
      expect(state.currentStreak).toBe(count);
      day = addDays(day, 1);
    }
  });

  it.each([
    // The night of 25 October has 25 hours in Berlin, that of 29 March has 23.
    ["Europe/Berlin", "2026-10-24T22:30:00Z", "2026-10-25T22:30:00Z", 0],
    ["Europe/Berlin", "2026-10-24T21:59:00Z", "2026-10-25T23:30:00Z", 2],
    ["Europe/Berlin", "2026-03-28T22:59:00Z", "2026-03-29T21:59:00Z", 1],
    ["America/New_York", "2026-11-01T03:59:00Z", "2026-11-02T04:59:00Z", 1],
    ["America/New_York", "2026-03-08T04:59:00Z", "2026-03-09T03:59:00Z", 1],
    // Half an hour of summer time.
    ["Australia/Lord_Howe", "2026-04-04T12:59:00Z", "2026-04-05T13:29:00Z", 1],
    ["Australia/Lord_Howe", "2026-10-03T13:29:00Z", "2026-10-04T12:59:00Z", 1],
  ] as const)("in %s, from %s to %s it is %i later", (zone, from, to, days) => {
    expect(daysBetween(localDate(new Date(from), zone), localDate(new Date(to), zone))).toBe(days);
  });

  it("misses no day that never was: Apia went from 29 to 31 December 2011", () => {
    const before = {
      ...newStreak,
      currentStreak: 9,
      longestStreak: 9,
      lastActiveDate: "2011-12-29",
    };
    expect(advanceStreak(before, "2011-12-31", 0, "Pacific/Apia").currentStreak).toBe(10);
    expect(advanceStreak(before, "2011-12-31", 0, "Europe/Berlin").currentStreak).toBe(1);
  });
});

/** Noon of a date in a zone. */
function noonIn(date: string, zone: string): Date {
  const start = Date.parse(`${date}T00:00:00Z`);
  for (let half = -28; half <= 76; half += 1) {
    const moment = new Date(start + half * 1_800_000);
    const clock = moment.toLocaleTimeString("en-GB", { timeZone: zone, hour12: false });
    if (clock === "12:00:00" && localDate(moment, zone) === date) {
      return moment;
    }
  }
  throw new Error(`There is no noon on ${date} in ${zone}.`);
}
