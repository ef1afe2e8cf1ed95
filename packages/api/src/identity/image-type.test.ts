import { expect, test } from "vitest";
import { imageType } from "./image-type.ts";

test.each([
  ["RIFF\u0000\u0000\u0000\u0000WEBPVP8 ", "image/webp"],
  ["\u0089PNG\r\n\u001a\n....", "image/png"],
  ["\u00ff\u00d8\u00ff\u00e0", "image/jpeg"],
  ["RIFF\u0000\u0000\u0000\u0000WAVE", null],
  ["<svg onload=alert(1)>", null],
  ["<!doctype html>", null],
  ["GIF89a", null],
  ["", null],
])("tells what %j is", (bytes, type) => {
  expect(imageType(Buffer.from(bytes, "latin1"))).toBe(type);
});
