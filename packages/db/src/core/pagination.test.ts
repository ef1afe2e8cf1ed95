import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor, toPage } from "./pagination.ts";

const id = "6f1c1e0e-5b9a-4b0e-9b4e-0b6e2f6d9a11";
const at = "2026-11-22 10:20:30.123456+00";

describe("cursors", () => {
  it("keep the microseconds of a place", () => {
    expect(decodeCursor(encodeCursor({ at, id }))).toEqual({ at, id });
  });

  it.each([
    "",
    "%%%",
    "bm90IGpzb24",
    Buffer.from('["yesterday","x"]').toString("base64url"),
    Buffer.from(JSON.stringify([`${at}'; drop table posts`, id])).toString("base64url"),
    Buffer.from(JSON.stringify({ at, id })).toString("base64url"),
  ])("refuse what is none of ours: %j", (text) => {
    expect(decodeCursor(text)).toBeNull();
  });
});

describe("a page", () => {
  const row = (n: number) => ({ id: id.replace(/.$/, String(n)), cursorAt: at });

  it("names the next only when a row is left over", () => {
    expect(toPage([row(1), row(2)], 2).nextCursor).toBeNull();
    const page = toPage([row(1), row(2), row(3)], 2);
    expect(page.items).toEqual([row(1), row(2)]);
    expect(page.nextCursor && decodeCursor(page.nextCursor)).toEqual({ at, id: row(2).id });
    expect(toPage([], 2)).toEqual({ items: [], nextCursor: null });
  });
});
