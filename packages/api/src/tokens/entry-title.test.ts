import { describe, expect, it } from "vitest";
import { entryTitle } from "./entry-title.ts";

describe("the title of a movement", () => {
  it.each([
    ["reward", "Post", "100", "Post"],
    ["streak_bonus", "Post", "1", "Streak bonus"],
    ["reversal", "Post", "-100", "Taken back: Post"],
    ["restoration", null, "100", "Given back"],
    ["tip", null, "5", "Tip received"],
    ["tip", null, "-5", "Tip given"],
    ["onboarding_reward", null, "100", "Onboarding"],
    ["brand_new", null, "1", "brand_new"],
  ])("of %s for %s with %s is %s", (eventType, actionLabel, change, title) => {
    expect(entryTitle({ eventType, actionLabel, change })).toBe(title);
  });
});
