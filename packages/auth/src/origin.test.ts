import { expect, test } from "vitest";
import { isSameOrigin, requestOrigin } from "./origin.ts";

function request(headers: Record<string, string>): { headers: Headers } {
  return { headers: new Headers({ host: "localhost:3001", ...headers }) };
}

test.each<[string, Record<string, string>]>([
  ["our own form", { "sec-fetch-site": "same-origin", origin: "http://localhost:3001" }],
  ["an old browser", { origin: "http://localhost:3001" }],
  ["a browser that leaves Origin out", { "sec-fetch-site": "same-origin" }],
  ["a program with a token", { authorization: "Bearer abc" }],
  [
    "a page behind TLS",
    {
      "x-forwarded-proto": "https",
      origin: "https://localhost:3001",
      "sec-fetch-site": "same-origin",
    },
  ],
])("accepts %s", (_name, headers) => {
  expect(isSameOrigin(request(headers))).toBe(true);
});

test.each<[string, Record<string, string>]>([
  ["a sibling app's form", { "sec-fetch-site": "same-site", origin: "http://localhost:3002" }],
  ["a sibling's Origin alone", { origin: "http://localhost:3002" }],
  ["another site", { "sec-fetch-site": "cross-site", origin: "http://evil.test" }],
  ["another scheme", { origin: "https://localhost:3001" }],
  ["another host of the same port", { origin: "http://127.0.0.1:3001" }],
  ["a longer host", { origin: "http://localhost:3001.evil.test" }],
  ["an opaque origin", { origin: "null" }],
  ["an opaque origin from this site", { "sec-fetch-site": "same-origin", origin: "null" }],
  ["a typed address", { "sec-fetch-site": "none" }],
  [
    "a wrong site beside the right Origin",
    { "sec-fetch-site": "same-site", origin: "http://localhost:3001" },
  ],
  ["a token sent from another site", { authorization: "Bearer a", "sec-fetch-site": "cross-site" }],
  ["a token with another Origin", { authorization: "Bearer a", origin: "http://evil.test" }],
  ["basic credentials alone", { authorization: "Basic abc" }],
  ["neither header", {}],
])("refuses %s", (_name, headers) => {
  expect(isSameOrigin(request(headers))).toBe(false);
});

test("accepts an app's configured origin behind a proxy that rewrites Host", () => {
  const rewritten = {
    headers: new Headers({ host: "internal:8080", origin: "http://localhost:3001" }),
  };
  expect(isSameOrigin(rewritten)).toBe(false);
  expect(isSameOrigin(rewritten, "ascenders")).toBe(true);
  expect(isSameOrigin(rewritten, "hub")).toBe(false);
});

test("has no origin without a usable Host", () => {
  expect(requestOrigin({ headers: new Headers() })).toBeNull();
  expect(requestOrigin({ headers: new Headers({ host: "a b" }) })).toBeNull();
});
