import { platformSlugs } from "@neothink/brand/platforms";
import { tokenTypes } from "@neothink/brand/tokens";
import { z } from "zod";
import { RuleAction, RuleFigures } from "./reward-rules.schema.ts";

const chance = z.number().min(0).max(1);

/** The rules of one platform that a simulation runs under. */
export const SimulatedSite = z.object({
  figures: RuleFigures,
  actions: z.array(RuleAction).max(60),
});
export type SimulatedSite = z.infer<typeof SimulatedSite>;

/** How simulated members behave; chances are for an active week unless said otherwise. */
export const Behaviour = z.object({
  /** Chance that a member of usual zeal is active on a day. */
  activity: chance,
  /** Further actions on an active day, on average. */
  actionsPerDay: z.number().min(0).max(20),
  /** Chance that something is done with others, which then pays LOVE. */
  collaboration: chance,
  /** Chance that ten tokens are spent on an unlock. */
  unlock: chance,
  /** Chance that five tokens are changed into LUCK. */
  convert: chance,
  /** Chance, at mastery, that the first action of a day is tagged LIFE and its streak bonus with it. */
  lifeStreak: chance,
  /** Chance to leave for good on a day, before phases and unpaid days change it. */
  leaving: chance,
});
export type Behaviour = z.infer<typeof Behaviour>;

/** Everything that a run depends on: the same parameters give the same result, to the last unit. */
export const SimulationParameters = z.object({
  seed: z.int().min(0).max(4_294_967_295),
  members: z.int().min(1).max(20_000),
  days: z.int().min(1).max(1000),
  /** Days over which members join; 1 for all on the first. */
  joinDays: z.int().min(1).max(1000),
  /** Shares of members who pay: premium and superachiever; the rest is free. */
  premiumShare: chance,
  superachieverShare: chance,
  behaviour: Behaviour,
  sites: z.record(z.enum(platformSlugs), SimulatedSite),
});
export type SimulationParameters = z.infer<typeof SimulationParameters>;

const units = z.record(z.enum(tokenTypes), z.string());

/** One day of a run; amounts are whole tokens, rounded, for charts. */
export const SimulatedDay = z.object({
  day: z.number(),
  supply: z.record(z.enum(tokenTypes), z.number()),
  present: z.number(),
  active: z.number(),
  /** Inequality of all holdings, 0 to 1; null on days on which it was not measured. */
  gini: z.number().nullable(),
  /** What moved in the last thirty days for each token held. */
  velocity: z.number(),
});
export type SimulatedDay = z.infer<typeof SimulatedDay>;

/** Main figures of a run; amounts are exact decimal text. */
export const SimulationSummary = z.object({
  members: z.number(),
  days: z.number(),
  actions: z.number(),
  supply: units,
  issued: units,
  spent: units,
  convertedAway: units,
  convertedInto: units,
  gini: z.number(),
  velocity: z.number(),
  present: z.number(),
  /** Shares of members who were still active after so many days; null where nobody was there so long. */
  retention: z.object({ d7: z.number(), d30: z.number(), d90: z.number() }).partial(),
  /** Active days a week of those who are present. */
  engagement: z.number(),
  /** Share of actions that were paid. */
  satisfaction: z.number(),
  /** Tokens of the member in the middle. */
  medianBalance: z.number(),
  /** How much of what a member does is always the same, 0 to 1. */
  repetition: z.number(),
  collaboration: z.number(),
});
export type SimulationSummary = z.infer<typeof SimulationSummary>;

/** What was counted of a part of the simulated network at the end. */
export const SimulatedCensus = z.object({
  scope: z.enum(["network", "app", "persona"]),
  name: z.string(),
  population: z.number(),
  assets: z.string(),
  activity: z.number(),
});
export type SimulatedCensus = z.infer<typeof SimulatedCensus>;

/** The series behind the charts of a run. */
export const SimulationDetails = z.object({
  series: z.array(SimulatedDay),
  /** Share of members still active after 0, 1, 2 … days. */
  survival: z.array(z.number()),
  census: z.array(SimulatedCensus),
});
export type SimulationDetails = z.infer<typeof SimulationDetails>;
