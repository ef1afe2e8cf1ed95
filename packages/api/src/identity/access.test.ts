import { expect, test } from "vitest";
import { accessOf } from "./access.ts";

const row = {
  platform_slug: "ascenders",
  access_level: "full",
  source: "onboarding",
  granted_at: new Date(),
  expires_at: null,
  open: true,
};

function ascenders(rows: Parameters<typeof accessOf>[0], guardian = false) {
  return accessOf(rows, guardian).find(({ platform }) => platform === "ascenders");
}

test("answers for all four platforms", () => {
  expect(accessOf([row], false).map(({ platform, open }) => [platform, open])).toEqual([
    ["hub", false],
    ["ascenders", true],
    ["neothinkers", false],
    ["immortals", false],
  ]);
});

test("says why a platform is closed", () => {
  expect(ascenders([])).toMatchObject({ open: false, reason: "not_joined" });
  expect(ascenders([{ ...row, access_level: "none", open: false }])).toMatchObject({
    reason: "taken",
  });
  expect(ascenders([{ ...row, open: false, expires_at: new Date(0) }])).toMatchObject({
    open: false,
    reason: "expired",
    expiresAt: new Date(0),
  });
  expect(ascenders([{ ...row, access_level: "trial" }])).toMatchObject({
    open: true,
    reason: "trial",
  });
});

test("opens everything to a guardian", () => {
  expect(accessOf([], true).every(({ open, reason }) => open && reason === "guardian")).toBe(true);
});
