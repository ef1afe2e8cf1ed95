import { expect, test } from "vitest";
import { safeNext } from "./safe-next.ts";

test.each([
  ["/home", "/home"],
  ["/community?token=LIVE#top", "/community?token=LIVE#top"],
  ["/sso/authorize?app=ascenders&state=a%2Fb", "/sso/authorize?app=ascenders&state=a%2Fb"],
  ["/a/../b", "/b"],
  ["/search?q=//evil.test", "/search?q=//evil.test"],
])("keeps %s", (next, path) => {
  expect(safeNext(next)).toBe(path);
});

test.each([
  null,
  undefined,
  "",
  "home",
  "//evil.test",
  "///evil.test",
  "/\\evil.test",
  "\\\\evil.test",
  "/home\\..\\..//evil.test",
  "https://evil.test",
  "http:evil.test",
  "javascript:alert(1)",
  "data:text/html,x",
  "/\t/evil.test",
  "/\n/evil.test",
  "/\r\n/evil.test",
  "/\u0000/evil.test",
  "/.//evil.test",
  "/a/..//evil.test",
  "/%2e//evil.test",
  " //evil.test",
  `/${"a".repeat(3000)}`,
])("refuses %j", (next) => {
  expect(safeNext(next, "/fallback")).toBe("/fallback");
});
