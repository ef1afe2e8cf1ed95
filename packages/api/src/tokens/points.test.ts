import { describe, expect, it } from "vitest";
import { experience, participationPoints } from "./points.ts";

describe("participation points", () => {
  it("are one in the first week and those of the action after it", () => {
    const paid = { actionPoints: 6, paid: true };
    expect(participationPoints({ ...paid, accountDays: 6 })).toBe(1);
    expect(participationPoints({ ...paid, accountDays: 7 })).toBe(6);
    expect(participationPoints({ ...paid, actionPoints: 0, accountDays: 0 })).toBe(0);
  });

  it("are none when the award was refused", () => {
    expect(participationPoints({ actionPoints: 6, accountDays: 30, paid: false })).toBe(0);
  });
});

describe("experience", () => {
  it("doubles for what was done together", () => {
    expect([experience(false), experience(true)]).toEqual([10, 20]);
  });
});
