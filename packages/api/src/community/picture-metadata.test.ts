import { describe, expect, it } from "vitest";
import { hasMetadata } from "./picture-metadata.ts";

function chunk(name: string, size: number, little: boolean): Buffer {
  const head = Buffer.alloc(4);
  if (little) {
    head.writeUInt32LE(size);
    return Buffer.concat([Buffer.from(name, "latin1"), head, Buffer.alloc(size + (size % 2))]);
  }
  head.writeUInt32BE(size);
  return Buffer.concat([head, Buffer.from(name, "latin1"), Buffer.alloc(size + 4)]);
}

const webp = (...names: string[]) =>
  Buffer.concat([Buffer.from("RIFF0000WEBP"), ...names.map((name) => chunk(name, 5, true))]);
const png = (...names: string[]) =>
  Buffer.concat([Buffer.alloc(8), ...names.map((name) => chunk(name, 5, false))]);
const jpeg = (...markers: number[]) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...markers.map((marker) => Buffer.from([0xff, marker, 0, 4, 0, 0])),
    Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3]),
  ]);

describe("pictures", () => {
  it("pass without data about place and camera", () => {
    expect(hasMetadata(webp("VP8X", "ICCP", "VP8 "), "image/webp")).toBe(false);
    expect(hasMetadata(png("IHDR", "IDAT", "IEND"), "image/png")).toBe(false);
    expect(hasMetadata(jpeg(0xe0, 0xdb), "image/jpeg")).toBe(false);
  });

  it("are caught with it, and when they cannot be followed", () => {
    expect(hasMetadata(webp("VP8X", "VP8 ", "EXIF"), "image/webp")).toBe(true);
    expect(hasMetadata(webp("VP8 ", "XMP "), "image/webp")).toBe(true);
    expect(hasMetadata(png("IHDR", "eXIf", "IDAT"), "image/png")).toBe(true);
    expect(hasMetadata(png("IHDR", "tEXt"), "image/png")).toBe(true);
    expect(hasMetadata(jpeg(0xe0, 0xe1), "image/jpeg")).toBe(true);
    expect(hasMetadata(Buffer.concat([png("IHDR"), Buffer.from("tail")]), "image/png")).toBe(true);
    expect(hasMetadata(Buffer.from([0xff, 0xd8, 0xff]), "image/jpeg")).toBe(true);
  });
});
