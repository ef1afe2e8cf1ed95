import { tokenTypes } from "@neothink/brand/tokens";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amount, sum } from "./amount.ts";
import { type RewardInput, tiers } from "./reward.schema.ts";
import { computeReward } from "./reward.ts";
import { classOf, fromMillionths, rewardClasses } from "./reward-rules-classes.ts";
import { figuresOfRules } from "./reward-rules-figures.ts";
import { simulate, simulateAll } from "./simulation.ts";
import { gini, median, survival } from "./simulation-measures.ts";
import { countDay, makeMembers } from "./simulation-people.ts";
import { seededRandom } from "./simulation-random.ts";
import { advanceStreak, newStreak, type StreakState } from "./streak.ts";
import { testRules, testSimulation } from "./test-rules.ts";

const figures = figuresOfRules(testRules("hub").figures);

const inputs = fc.record({
  token: fc.constantFrom(...tokenTypes),
  action: fc.constantFrom(
    { type: "post", label: "Post", weight: "1" },
    { type: "comment", label: "Comment", weight: "0.2" },
  ),
  figures: fc.constantFrom(
    figures,
    { ...figures, trialDays: 7, streakCap: "0", diminishingThreshold: "0" },
    { ...figures, inactiveAfterDays: 2, baseReward: "0.000003", streakCap: "12345.6" },
  ),
  balance: fc.integer({ min: 0, max: 2000 }).map(String),
  tier: fc.constantFrom(...tiers),
  accountDays: fc.integer({ min: 0, max: 20 }),
  idleDays: fc.option(fc.integer({ min: 0, max: 400 })),
  collaborative: fc.boolean(),
  streakDays: fc.integer({ min: 0, max: 60 }),
  streakBonusDue: fc.boolean(),
  paidToday: fc.integer({ min: 0, max: 6 }),
  dailyLimit: fc.integer({ min: 0, max: 6 }),
});

describe("the classes of rewards", () => {
  it("pay exactly what the reward function pays for any input of them", () => {
    const remembered = new Map<RewardInput["figures"], ReturnType<typeof rewardClasses>>();
    fc.assert(
      fc.property(inputs, (input) => {
        const pay = remembered.get(input.figures) ?? rewardClasses(input.figures);
        remembered.set(input.figures, pay);
        const reward = computeReward(input);
        const paid = pay(classOf(input));
        expect(fromMillionths(paid.total)).toBe(amount(reward.total).toFixed());
        expect(fromMillionths(paid.streak)).toBe(amount(reward.parts.streak).toFixed());
      }),
      { numRuns: 3000 },
    );
  });
});

describe("a simulation", () => {
  it("gives the same result for the same seed, and another for another", () => {
    expect(simulateAll(testSimulation())).toEqual(simulateAll(testSimulation()));
    expect(simulateAll(testSimulation({ seed: 8 }))).not.toEqual(simulateAll(testSimulation()));
  });

  it("accounts for every unit: what was issued is held, spent or converted", () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer({ min: 0, max: 4_294_967_295 }),
          members: fc.integer({ min: 1, max: 40 }),
          days: fc.integer({ min: 1, max: 60 }),
          joinDays: fc.integer({ min: 1, max: 90 }),
          premiumShare: fc.double({ min: 0, max: 1, noNaN: true }),
          superachieverShare: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        (change) => {
          const { summary, details } = simulateAll(testSimulation(change));
          for (const token of tokenTypes) {
            const left = sum([
              summary.issued[token],
              `-${summary.spent[token]}`,
              `-${summary.convertedAway[token]}`,
              summary.convertedInto[token],
            ]);
            expect(summary.supply[token]).toBe(left);
            expect(amount(summary.supply[token]).isNegative()).toBe(false);
          }
          expect(details.series).toHaveLength(change.days);
          expect(summary.gini).toBeGreaterThanOrEqual(0);
          expect(summary.gini).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("can be stopped between days and shows how far it is", () => {
    const run = simulate(testSimulation({ days: 5 }));
    expect([run.next().value, run.next().value]).toEqual([1, 2]);
    run.return({
      summary: simulateAll(testSimulation()).summary,
      details: simulateAll(testSimulation()).details,
    });
    expect(run.next().done).toBe(true);
  });

  it("pays nothing when nothing is rewarded", () => {
    const { sites, ...rest } = testSimulation();
    const silent = { ...testRules("hub"), actions: [] };
    const { summary } = simulateAll({
      ...rest,
      sites: { ...sites, hub: silent, ascenders: silent, neothinkers: silent, immortals: silent },
    });
    expect(Object.values(summary.supply)).toEqual(["0", "0", "0", "0"]);
  });

  it("counts streaks as the rules for real members do", () => {
    const dayOf = (day: number) => new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 3 }),
        (days, freeze) => {
          const [member] = makeMembers(testSimulation({ members: 1 }), seededRandom(1));
          let state: StreakState = newStreak;
          for (const day of [...days].sort((left, right) => left - right)) {
            state = advanceStreak(state, dayOf(day), freeze);
            if (member) {
              countDay(member, day, freeze);
              member.lastActive = day;
            }
            expect(member?.streak).toBe(state.currentStreak);
          }
        },
      ),
    );
  });

  it("takes seconds for five thousand members over two hundred days", () => {
    const started = performance.now();
    const { summary } = simulateAll(testSimulation({ members: 5000, days: 200 }));
    expect(summary.actions).toBeGreaterThan(500_000);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe("the measures", () => {
  it("know equality and its opposite", () => {
    expect(gini([5, 5, 5, 5])).toBeCloseTo(0);
    expect(gini([0, 0, 0, 100])).toBeCloseTo(0.75);
    expect(gini([])).toBe(0);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });

  it("count who stayed only among those who could", () => {
    const curve = survival(
      [
        { joined: 0, lastActive: 9 },
        { joined: 0, lastActive: 0 },
        { joined: 8, lastActive: 9 },
      ],
      10,
    );
    expect(curve[0]).toBe(1);
    expect(curve[1]).toBeCloseTo(2 / 3);
    expect(curve[9]).toBe(0.5);
  });
});
