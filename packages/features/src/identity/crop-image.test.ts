import { expect, test } from "vitest";
import { middleSquare } from "./crop-image.ts";

test.each([
  [400, 300, { x: 50, y: 0, edge: 300 }],
  [300, 401, { x: 0, y: 50, edge: 300 }],
  [256, 256, { x: 0, y: 0, edge: 256 }],
])("cuts %i × %i in the middle", (width, height, square) => {
  expect(middleSquare(width, height)).toEqual(square);
});
