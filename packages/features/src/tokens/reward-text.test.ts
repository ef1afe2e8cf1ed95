import { describe, expect, it } from "vitest";
import { rewardText, type ShownAward } from "./reward-text.ts";

const award: ShownAward = {
  token: "LIVE",
  total: "101",
  parts: { base: "100", collaboration: "0", streak: "1" },
  steps: [],
  label: "Post",
  streakDays: 1,
  entryId: "7",
};

describe("what a member is told of an award", () => {
  it("names the sum and its parts", () => {
    expect(rewardText(award)).toEqual({
      message: "+101 LIVE",
      detail: "Post 100 + first day 1",
    });
  });

  it("names company and a longer streak", () => {
    const parts = { base: "1000", collaboration: "40", streak: "8" };
    expect(rewardText({ ...award, total: "1048", parts, streakDays: 6 })).toEqual({
      message: "+1,048 LIVE",
      detail: "Post 1,000 + together 40 + 6 days in a row 8",
    });
  });

  it("says why nothing was paid", () => {
    const sentence = "Today's 3 awards for “Post” in LIVE are used up.";
    const limit = {
      name: "limit" as const,
      title: "Daily limit",
      inputs: [],
      formula: "",
      sentence,
      parts: award.parts,
      total: "0",
      applied: true,
    };
    const nothing = { ...award, total: "0", entryId: null, steps: [limit] };
    expect(rewardText(nothing)).toEqual({ message: "No tokens this time", detail: sentence });
  });
});
