import type { EarningFactsRow } from "@neothink/db/tokens/earning";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EarningRule, earningProgress, ruleWords } from "./earning-rules.ts";

const nothing: EarningFactsRow = {
  personas: [],
  longestStreak: 0,
  groupActions: 0,
  actions: [],
  runs: [],
  steps: [],
  assessments: [],
};
const open = { role: null, platform: null };

function earned(rule: unknown, facts: Partial<EarningFactsRow>, scope = {}) {
  return earningProgress(EarningRule.parse(rule), { ...nothing, ...facts }, { ...open, ...scope });
}

describe("a rule", () => {
  it("counts an action on all platforms, or on the one it names", () => {
    const facts = {
      actions: [
        { platform: "hub", actionType: "post", count: 2 },
        { platform: "ascenders", actionType: "post", count: 3 },
        { platform: "ascenders", actionType: "lesson", count: 9 },
      ],
    };
    const rule = { action_type: "post", count: 4 };
    expect(earned(rule, facts)).toEqual({ done: 4, needed: 4, earned: true });
    expect(earned({ ...rule, platform: "hub" }, facts)).toEqual({
      done: 2,
      needed: 4,
      earned: false,
    });
    expect(earned(rule, facts, { platform: "ascenders" }).done).toBe(3);
  });

  it("asks for days in a row of one action, or of any", () => {
    const facts = { longestStreak: 9, runs: [{ actionType: "post", days: 6 }] };
    expect(earned({ action_type: "post", min_streak: 7 }, facts).earned).toBe(false);
    expect(earned({ min_streak: 7 }, facts).earned).toBe(true);
  });

  it("asks for a group, a step or an assessment", () => {
    expect(earned({ group_required: true }, { groupActions: 1 }).earned).toBe(true);
    const step = { steps: [{ platform: "hub", name: "profile" }] };
    expect(earned({ onboarding_step: "profile" }, step, { platform: "hub" }).earned).toBe(true);
    expect(earned({ onboarding_step: "profile" }, step, { platform: "immortals" }).earned).toBe(
      false,
    );
    const made = { assessments: [{ platform: "hub", name: "general" }] };
    expect(earned({ assessment: "general" }, made).earned).toBe(true);
  });

  it("is for one persona when it says so", () => {
    const facts = { actions: [{ platform: "hub", actionType: "post", count: 20 }] };
    const rule = { action_type: "post", count: 20 };
    expect(earned(rule, facts, { role: "ascender" })).toMatchObject({ done: 20, earned: false });
    expect(earned(rule, { ...facts, personas: ["ascender"] }, { role: "ascender" }).earned).toBe(
      true,
    );
  });

  it.each([
    {},
    { count: 3 },
    { action_type: "post" },
    { action_type: "post", count: 0 },
    { action_type: "post", count: 1, min_streak: 2 },
    { group_required: false },
    { action_type: "Drop table", count: 1 },
  ])("is refused when it is none: %j", (rule) => {
    expect(EarningRule.safeParse(rule).success).toBe(false);
  });

  it("is never further from being earned after more was done", () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 60 }), (one, more, count) => {
        const at = (n: number) =>
          earned(
            { action_type: "post", count },
            {
              actions: [{ platform: "hub", actionType: "post", count: n }],
            },
          );
        expect(at(one + more).done).toBeGreaterThanOrEqual(at(one).done);
        expect(at(one).done).toBeLessThanOrEqual(count);
      }),
    );
  });

  it("can be said in words", () => {
    const words = [
      { action_type: "post", count: 1 },
      { action_type: "post", min_streak: 7 },
      { min_streak: 1 },
      { group_required: true, count: 3 },
      { assessment: "thinking_style" },
    ].map((rule) => ruleWords(EarningRule.parse(rule)));
    expect(words).toEqual([
      "“post”, once",
      "“post” on 7 days in a row",
      "Active on 1 day",
      "Act as part of a group, 3 times",
      "Finish the assessment “thinking style”",
    ]);
  });
});
