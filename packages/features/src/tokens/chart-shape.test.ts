import { describe, expect, it } from "vitest";
import { chartShape, nearestIndex } from "./chart-shape.ts";

const frame = { width: 300, height: 100, padding: 10 };

describe("the shape of a chart", () => {
  it("runs from edge to edge between zero and the highest value", () => {
    expect(chartShape([0, 50, 100, 0], frame).points).toEqual([
      { x: 0, y: 90 },
      { x: 100, y: 50 },
      { x: 200, y: 10 },
      { x: 300, y: 90 },
    ]);
  });

  it("closes the surface at the floor", () => {
    expect(chartShape([1, 1], frame)).toMatchObject({
      line: "M0 10L300 10",
      area: "M0 10L300 10L300 100L0 100Z",
    });
  });

  it("lies on the floor when there is nothing, and draws nothing for no values", () => {
    expect(chartShape([0, 0], frame).line).toBe("M0 90L300 90");
    expect(chartShape([], frame)).toEqual({ points: [], line: "", area: "" });
  });
});

describe("the nearest value", () => {
  it("stays within the series", () => {
    expect([-1, 0, 0.49, 0.51, 1, 2].map((share) => nearestIndex(share, 3))).toEqual([
      0, 0, 1, 1, 2, 2,
    ]);
  });
});
