import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sum } from "./amount.ts";
import { Formula, Reward, type RewardInput, tiers } from "./reward.schema.ts";
import {
  baseStep,
  collaborationStep,
  computeReward,
  diminishingStep,
  limitStep,
  standingOf,
  standingStep,
  streakStep,
  tierStep,
} from "./reward.ts";

const usual: RewardInput = {
  token: "LIVE",
  action: { type: "post", label: "Post", weight: "1" },
  figures: {
    baseReward: "100",
    collabBonus: "40",
    streakBonus: "70",
    streakCap: "233",
    diminishingThreshold: "1000",
    tierFactors: { free: "1", premium: "2", superachiever: "3" },
    trialDays: 0,
    trialReward: "1",
    inactiveAfterDays: 183,
  },
  balance: "0",
  tier: "free",
  accountDays: 30,
  idleDays: 1,
  collaborative: false,
  streakDays: 1,
  streakBonusDue: true,
  paidToday: 0,
  dailyLimit: 3,
};

function like(change: Partial<RewardInput>): RewardInput {
  return { ...usual, ...change };
}

const parts = { base: "100", collaboration: "40", streak: "8" };

describe("the base step", () => {
  it("multiplies the base reward by the weight of the action", () => {
    const action = { type: "comment", label: "Comment", weight: "0.2" };
    const result = baseStep(like({ action }));
    expect(result.parts).toEqual({ base: "20", collaboration: "0", streak: "0" });
    expect(result.formula).toBe("100 × 0.2 = 20");
  });

  it("cuts off what is below a millionth", () => {
    const action = { type: "x", label: "X", weight: "0.333333" };
    const figures = { ...usual.figures, baseReward: "0.01" };
    expect(baseStep(like({ action, figures })).total).toBe("0.003333");
  });
});

describe("the diminishing step", () => {
  it.each([
    ["999.999999", "100"],
    ["1000", "100"],
    ["1000.000001", "50"],
  ])("at a balance of %s leaves a base of %s", (balance, base) => {
    const result = diminishingStep(like({ balance }), parts);
    expect(result.parts).toEqual({ ...parts, base });
    expect(result.applied).toBe(base === "50");
  });
});

describe("the collaboration step", () => {
  it("adds the bonus only to what was done together", () => {
    const alone = { ...parts, collaboration: "0" };
    expect(collaborationStep(like({ collaborative: true }), alone).parts.collaboration).toBe("40");
    expect(collaborationStep(usual, alone).parts.collaboration).toBe("0");
  });
});

describe("the streak step", () => {
  it.each([
    [1, "1"],
    [2, "1"],
    [3, "2"],
    [6, "8"],
    [10, "55"],
    [11, "70"],
    [400, "70"],
  ])("adds for day %i its Fibonacci number, at most the daily bonus: %s", (streakDays, streak) => {
    expect(streakStep(like({ streakDays }), { ...parts, streak: "0" }).parts.streak).toBe(streak);
  });

  it("never passes F(13) even where the daily bonus would allow it", () => {
    const figures = { ...usual.figures, streakBonus: "100000" };
    expect(streakStep(like({ figures, streakDays: 13 }), parts).parts.streak).toBe("233");
    expect(streakStep(like({ figures, streakDays: 50 }), parts).parts.streak).toBe("233");
  });

  it("adds nothing to the second action of a day", () => {
    const result = streakStep(like({ streakDays: 6, streakBonusDue: false }), parts);
    expect(result.parts.streak).toBe("0");
    expect(result.applied).toBe(false);
  });
});

describe("the standing step", () => {
  const trial = like({ figures: { ...usual.figures, trialDays: 7 }, accountDays: 6 });

  it("pays exactly the trial reward in the first days", () => {
    expect(standingStep(trial, parts).parts).toEqual({
      base: "1",
      collaboration: "0",
      streak: "0",
    });
    expect(standingOf({ ...trial, accountDays: 7 })).toBe("active");
  });

  it("takes the bonuses from the first action after a long absence", () => {
    expect(standingStep(like({ idleDays: 184 }), parts).parts).toEqual({
      base: "100",
      collaboration: "0",
      streak: "0",
    });
    expect(standingStep(like({ idleDays: 183 }), parts).parts).toEqual(parts);
  });

  it("leaves a first action alone", () => {
    expect(standingOf(like({ idleDays: null }))).toBe("active");
  });
});

describe("the tier step", () => {
  it.each([
    ["free", "148"],
    ["premium", "296"],
    ["superachiever", "444"],
  ] as const)("multiplies for %s to %s", (tier, total) => {
    expect(tierStep(like({ tier }), parts).total).toBe(total);
  });

  it("does not multiply on trial or after a long absence", () => {
    expect(tierStep(like({ tier: "premium", idleDays: 200 }), parts).total).toBe("148");
    const figures = { ...usual.figures, trialDays: 7 };
    expect(tierStep(like({ tier: "premium", accountDays: 1, figures }), parts).total).toBe("148");
  });
});

describe("the limit step", () => {
  it("pays the last award of the day and nothing after it", () => {
    expect(limitStep(like({ paidToday: 2 }), parts).total).toBe("148");
    expect(limitStep(like({ paidToday: 3 }), parts).total).toBe("0");
    expect(limitStep(like({ dailyLimit: 0 }), parts).total).toBe("0");
  });
});

describe("the whole reward", () => {
  it("goes through the steps in their order", () => {
    const reward = computeReward(
      like({ balance: "2000", collaborative: true, streakDays: 6, tier: "premium" }),
    );
    expect(reward.steps.map((step) => [step.name, step.total])).toEqual([
      ["base", "100"],
      ["diminishing", "50"],
      ["collaboration", "90"],
      ["streak", "98"],
      ["standing", "98"],
      ["tier", "196"],
      ["limit", "196"],
    ]);
    expect(reward.parts).toEqual({ base: "100", collaboration: "80", streak: "16" });
  });
});

const amounts = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, micro]) => new Decimal(`${whole}.${String(micro).padStart(6, "0")}`).toFixed());
const days = fc.nat({ max: 1000 });
const inputs: fc.Arbitrary<RewardInput> = fc.record({
  token: fc.constantFrom("LUCK", "LIVE", "LOVE", "LIFE"),
  action: fc.record({
    type: fc.constant("post"),
    label: fc.constant("Post"),
    weight: fc.integer({ min: 0, max: 50_000_000 }).map((n) => new Decimal(n).div(1e6).toFixed()),
  }),
  figures: fc.record({
    baseReward: amounts,
    collabBonus: amounts,
    streakBonus: amounts,
    streakCap: fc.constantFrom("0", "1", "144", "233", "377"),
    diminishingThreshold: amounts,
    tierFactors: fc.constant(usual.figures.tierFactors),
    trialDays: fc.constantFrom(0, 7),
    trialReward: amounts,
    inactiveAfterDays: fc.constantFrom(30, 183),
  }),
  balance: amounts,
  tier: fc.constantFrom(...tiers),
  accountDays: days,
  idleDays: fc.option(days),
  collaborative: fc.boolean(),
  streakDays: days,
  streakBonusDue: fc.boolean(),
  paidToday: fc.nat({ max: 12 }),
  dailyLimit: fc.nat({ max: 12 }),
});

function total(input: RewardInput): Decimal {
  return new Decimal(computeReward(input).total);
}

describe("any reward", () => {
  it("is the same each time it is computed, and changes nothing that it was given", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const before = structuredClone(input);
        expect(computeReward(input)).toEqual(computeReward(structuredClone(input)));
        expect(input).toEqual(before);
      }),
    );
  });

  it("survives being written down: the stored formula gives it again", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const reward = computeReward(input);
        const text = JSON.stringify({ input, steps: reward.steps, points: 1 });
        const formula = Formula.parse(JSON.parse(text));
        expect(computeReward(formula.input)).toEqual(reward);
        expect(Reward.parse(reward)).toEqual(reward);
      }),
    );
  });

  it("is never negative, and its parts add up to it exactly", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { parts: found, steps, total: whole } = computeReward(input);
        for (const part of Object.values(found)) {
          expect(new Decimal(part).isNegative()).toBe(false);
          expect(new Decimal(part).decimalPlaces()).toBeLessThanOrEqual(6);
        }
        expect(sum(Object.values(found))).toBe(whole);
        expect(steps.at(-1)?.total).toBe(whole);
        for (const each of steps) {
          expect(sum(Object.values(each.parts))).toBe(each.total);
        }
      }),
    );
  });

  it("pays nothing once the limit is reached", () => {
    fc.assert(
      fc.property(inputs, fc.nat({ max: 5 }), (input, over) => {
        expect(computeReward({ ...input, paidToday: input.dailyLimit + over }).total).toBe("0");
      }),
    );
  });

  it("does not fall with a longer streak, a heavier action, a higher tier or company", () => {
    fc.assert(
      fc.property(inputs, fc.nat({ max: 40 }), (input, more) => {
        const found = total(input);
        const weight = new Decimal(input.action.weight).plus(more).toFixed();
        expect(total({ ...input, streakDays: input.streakDays + more }).gte(found)).toBe(true);
        expect(total({ ...input, action: { ...input.action, weight } }).gte(found)).toBe(true);
        expect(total({ ...input, tier: "superachiever" }).gte(found)).toBe(true);
        expect(total({ ...input, collaborative: true }).gte(found)).toBe(true);
      }),
    );
  });

  it("does not grow with the balance or with what was paid today", () => {
    fc.assert(
      fc.property(inputs, amounts, fc.nat({ max: 12 }), (input, more, paid) => {
        const found = total(input);
        const balance = new Decimal(input.balance).plus(more).toFixed();
        expect(total({ ...input, balance }).lte(found)).toBe(true);
        expect(total({ ...input, paidToday: input.paidToday + paid }).lte(found)).toBe(true);
      }),
    );
  });

  it("pays the streak at most once a day and never above both caps", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { streak } = streakStep(input, computeReward(input).parts).parts;
        expect(new Decimal(streak).lte(input.figures.streakCap)).toBe(true);
        expect(new Decimal(streak).lte(input.figures.streakBonus)).toBe(true);
        expect(computeReward({ ...input, streakBonusDue: false }).parts.streak).toBe("0");
      }),
    );
  });
});
