import { describe, expect, it } from "vitest";
import { seriesShape } from "./simulation-chart-shape.ts";

const frame = { width: 100, height: 60, padding: 10, top: 4, length: 3 };

describe("the curve of a series", () => {
  it("goes from the left edge to the right, zero on the floor and the greatest at the top", () => {
    expect(seriesShape([0, 2, 4], frame)).toBe("M0 50L50 30L100 10");
  });

  it("draws through what was not measured", () => {
    expect(seriesShape([0, null, 4], frame)).toBe("M0 50L100 10");
    expect(seriesShape([null, null], frame)).toBe("");
  });

  it("lies on the floor when all is zero", () => {
    expect(seriesShape([0, 0, 0], { ...frame, top: 0 })).toBe("M0 50L50 50L100 50");
  });
});
