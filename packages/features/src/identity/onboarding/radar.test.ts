import { expect, test } from "vitest";
import { polygon, radarPoints } from "./radar.ts";

test("begins at the top and goes round clockwise", () => {
  expect(radarPoints([1, 1, 1, 1], 10)).toEqual([
    { x: 0, y: -10 },
    { x: 10, y: 0 },
    { x: 0, y: 10 },
    { x: -10, y: 0 },
  ]);
});

test("draws a share of the radius", () => {
  expect(polygon(radarPoints([0.5, 0, 0, 0], 10))).toMatch(/^0,-5 /);
});
