import type { PostingRights } from "@neothink/db/community/posting-rights";
import { describe, expect, it } from "vitest";
import { audiencesFor } from "./audiences.ts";

const none: PostingRights = {
  entered: true,
  tier: null,
  guardian: false,
  moderator: false,
  postsLastHour: 0,
  commentView: null,
};

function open(rights: Partial<PostingRights>): string[] {
  return audiencesFor({ ...none, ...rights })
    .filter((audience) => audience.allowed)
    .map((audience) => audience.visibility);
}

describe("who a member may write for", () => {
  it("is everybody or oneself without a subscription", () => {
    expect(open({})).toEqual(["public", "private"]);
    expect(open({ moderator: true })).toEqual(["public", "private"]);
  });

  it("climbs with the tier", () => {
    expect(open({ tier: "premium" })).toEqual(["public", "premium", "private"]);
    expect(open({ tier: "superachiever" })).toEqual([
      "public",
      "premium",
      "superachiever",
      "private",
    ]);
    expect(open({ guardian: true })).toHaveLength(4);
    expect(open({ tier: "gold" })).toEqual(["public", "private"]);
  });

  it("names the way in for every locked choice and for no open one", () => {
    for (const { allowed, lockReason } of audiencesFor({ ...none, tier: "premium" })) {
      expect(lockReason === null).toBe(allowed);
    }
  });
});
