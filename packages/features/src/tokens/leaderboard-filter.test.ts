import { describe, expect, it } from "vitest";
import { leaderboardHref, parseLeaderboard } from "./leaderboard-filter.ts";

describe("the address of a leaderboard", () => {
  it("is read as it was written", () => {
    const choice = {
      period: "month",
      token: "LOVE",
      site: "hub",
      category: "learning",
      teamId: "6f9619ff-8b86-4d01-b42d-00c04fc964ff",
    } as const;
    const query = leaderboardHref(choice).split("?")[1];
    expect(parseLeaderboard(Object.fromEntries(new URLSearchParams(query)), "LUCK")).toEqual(
      choice,
    );
  });

  it("falls back to this week and the app's own token", () => {
    expect(parseLeaderboard({ period: "year", token: "x", team: "1" }, "LIFE")).toEqual({
      period: "week",
      token: "LIFE",
      site: null,
      category: null,
      teamId: null,
    });
  });
});
