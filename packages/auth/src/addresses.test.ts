import { expect, test } from "vitest";
import { addressKind } from "./addresses.ts";

test.each([
  ["/home", "member"],
  ["/home/", "member"],
  ["/settings/security", "member"],
  ["/community/5b1d", "member"],
  ["/onboarding", "member"],
  ["/", "visitor"],
  ["/sign-in", "visitor"],
  ["/sign-up", "visitor"],
  ["/auth/confirm", "open"],
  ["/reset-password", "open"],
  ["/api/health", "open"],
  ["/no-such-page", "open"],
])("%s is for: %s", (path, kind) => {
  expect(addressKind(path)).toBe(kind);
});
