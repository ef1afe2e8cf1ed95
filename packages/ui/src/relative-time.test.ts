import { describe, expect, it } from "vitest";
import { absoluteTime, relativeTime, shortDate } from "./relative-time.ts";

const now = new Date("2026-11-22T15:00:00Z");

function before(seconds: number): string {
  return relativeTime(new Date(now.getTime() - seconds * 1000), now);
}

describe("relative time", () => {
  it.each([
    [0, "just now"],
    [59, "just now"],
    [60, "1 minute ago"],
    [119, "1 minute ago"],
    [3599, "59 minutes ago"],
    [3600, "1 hour ago"],
    [86_399, "23 hours ago"],
    [86_400, "yesterday"],
    [6 * 86_400, "6 days ago"],
    [7 * 86_400, "last week"],
    [45 * 86_400, "last month"],
    [800 * 86_400, "2 years ago"],
  ])("%i seconds back is %s", (seconds, text) => {
    expect(before(seconds)).toBe(text);
  });

  it("looks ahead, too", () => {
    expect(before(-60 * 60 * 50)).toBe("in 2 days");
  });
});

describe("absolute time", () => {
  it("is told in the zone asked for, and names it", () => {
    expect(absoluteTime(now, "Asia/Tokyo")).toContain("Monday");
    expect(absoluteTime(now, "Asia/Tokyo")).toContain("00:00");
    expect(absoluteTime(now, "Asia/Tokyo")).toContain("GMT+9");
    expect(absoluteTime(now, "UTC")).toContain("15:00 UTC");
  });

  it("puts a short date on the day of that zone", () => {
    expect(shortDate(now, "UTC")).toBe("22 Nov 2026");
    expect(shortDate(now, "Asia/Tokyo")).toBe("23 Nov 2026");
  });
});
