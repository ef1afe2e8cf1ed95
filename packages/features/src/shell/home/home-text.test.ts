import { describe, expect, it } from "vitest";
import { firstName, greetingAt } from "./greeting.ts";
import { daysUntil, nextMeetingText } from "./next-meeting.ts";

const sunday = new Date(2026, 10, 22, 9);

describe("the next meeting", () => {
  it.each([
    ["Sunday", 0, "today"],
    ["Monday", 1, "tomorrow"],
    ["Wednesday", 3, "on Wednesday 25 November"],
    ["Friday", 5, "on Friday 27 November"],
  ] as const)("on a Sunday, %s is %i days away: %s", (weekday, days, text) => {
    expect(daysUntil(weekday, sunday)).toBe(days);
    expect(nextMeetingText(weekday, sunday).replace(",", "")).toBe(text);
  });

  it("goes round the end of the week", () => {
    expect(daysUntil("Monday", new Date(2026, 10, 24))).toBe(6);
  });
});

describe("the greeting", () => {
  it.each([
    [0, "Good night"],
    [5, "Good morning"],
    [12, "Good afternoon"],
    [18, "Good evening"],
  ])("at %i o'clock is %s", (hour, text) => {
    expect(greetingAt(hour)).toBe(text);
  });

  it("uses the first name, if there is one", () => {
    expect(firstName("Mia Lindqvist")).toBe("Mia");
    expect(firstName("  ")).toBeUndefined();
    expect(firstName(null)).toBeUndefined();
  });
});
