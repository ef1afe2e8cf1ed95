import { platformSlugs } from "@neothink/brand/platforms";
import type { SiteRules } from "./reward-rules.schema.ts";
import type { SimulationParameters } from "./simulation.schema.ts";
import { scenarios } from "./simulation-scenarios.schema.ts";

/** Plain rules for tests: base 100, the usual factors and a few actions. */
export function testRules(site: SiteRules["site"]): SiteRules {
  const action = (type: string, weight: string) => ({
    type,
    label: type,
    weight,
    points: 1,
    active: true,
  });
  return {
    site,
    figures: {
      defaultToken: "LUCK",
      baseReward: "100",
      collabBonus: "25",
      streakBonus: "50",
      streakCap: "233",
      diminishingThreshold: "1000",
      tierFactors: { free: "1", premium: "2", superachiever: "3" },
      limits: { default: 3, pairs: { "LUCK:post": 5 } },
      rates: { LIVE_LUCK: "1.1", LOVE_LUCK: "0.57" },
      trialDays: 0,
      trialReward: "1",
      inactiveAfterDays: 183,
      weeklyFreezeDays: 1,
    },
    actions: [
      action("login", "0.01"),
      action("post", "1"),
      action("comment", "0.2"),
      action("reply", "0.2"),
      action("lesson", "1"),
      action("course", "5"),
      action("onboarding", "1"),
    ],
  };
}

/** Parameters of a small simulation for tests. */
export function testSimulation(change: Partial<SimulationParameters> = {}): SimulationParameters {
  const [usual] = scenarios;
  if (!usual) {
    throw new Error("There is no scenario.");
  }
  const { premiumShare, superachieverShare, behaviour } = usual;
  const [hub, ascenders, neothinkers, immortals] = platformSlugs.map(testRules);
  if (!hub || !ascenders || !neothinkers || !immortals) {
    throw new Error("A platform is missing.");
  }
  return {
    seed: 7,
    members: 60,
    days: 40,
    joinDays: 10,
    premiumShare,
    superachieverShare,
    behaviour,
    sites: { hub, ascenders, neothinkers, immortals },
    ...change,
  };
}
