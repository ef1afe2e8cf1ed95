import { describe, expect, it } from "vitest";
import { calendarDays, dayWords } from "./streak-days.ts";

describe("the calendar of a streak", () => {
  it("has every day once, over the end of a month and of summer time", () => {
    const days = calendarDays("2026-10-24", "2026-11-02", [{ day: "2026-10-25", kind: "active" }]);
    expect(days).toHaveLength(10);
    expect(days[1]).toEqual({ day: "2026-10-25", kind: "active" });
    expect(days.at(-1)).toEqual({ day: "2026-11-02", kind: "none" });
  });

  it("says what each day was", () => {
    expect(["active", "bought", "none"].map(dayWords)).toEqual([
      "active",
      "bought freeze day used",
      "no action",
    ]);
  });
});
