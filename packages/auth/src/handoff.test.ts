import { expect, test } from "vitest";
import { digestOf, isChallenge, randomSecret, sameSecret } from "./handoff.ts";

test("the challenge of a secret has the form that is asked for, and is not the secret", () => {
  const secret = randomSecret();
  expect(isChallenge(secret)).toBe(true);
  expect(isChallenge(digestOf(secret))).toBe(true);
  expect(digestOf(secret)).not.toBe(secret);
});

test.each([null, "", "short", "a".repeat(44), `${"a".repeat(42)}=`, `${"a".repeat(42)}/`])(
  "takes %j for no challenge",
  (value) => {
    expect(isChallenge(value)).toBe(false);
  },
);

test("compares secrets of any length", () => {
  expect(sameSecret("abc", "abc")).toBe(true);
  expect(sameSecret("abc", "abd")).toBe(false);
  expect(sameSecret("abc", "abcd")).toBe(false);
});
