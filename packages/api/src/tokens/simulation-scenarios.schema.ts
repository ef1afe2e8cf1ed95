import type { Behaviour } from "./simulation.schema.ts";

/** A starting point for a simulation: who is there and how they behave. The rules are those in force. */
export interface Scenario {
  readonly name: string;
  /** What it is good for, one sentence. */
  readonly purpose: string;
  readonly members: number;
  readonly days: number;
  readonly joinDays: number;
  readonly premiumShare: number;
  readonly superachieverShare: number;
  readonly behaviour: Behaviour;
}

// The chances of collaboration, unlocks, conversion and LIFE streaks are facts of the domain.
const usual: Behaviour = {
  activity: 0.45,
  actionsPerDay: 2,
  collaboration: 0.7,
  unlock: 0.3,
  convert: 0.2,
  lifeStreak: 0.5,
  leaving: 0.004,
};

/** Scenarios to choose from; the first is the usual one. */
export const scenarios: readonly Scenario[] = [
  {
    name: "Steady community",
    purpose: "A thousand members who join over a quarter and stay as communities usually do.",
    members: 1000,
    days: 180,
    joinDays: 90,
    premiumShare: 0.15,
    superachieverShare: 0.05,
    behaviour: usual,
  },
  {
    name: "Small circle",
    purpose: "Forty founding members, all there from the first day.",
    members: 40,
    days: 180,
    joinDays: 1,
    premiumShare: 0.3,
    superachieverShare: 0.2,
    behaviour: { ...usual, activity: 0.6, leaving: 0.002 },
  },
  {
    name: "Fast growth",
    purpose: "Five thousand members over a year: does the supply outgrow what it can buy?",
    members: 5000,
    days: 365,
    joinDays: 365,
    premiumShare: 0.12,
    superachieverShare: 0.04,
    behaviour: { ...usual, leaving: 0.006 },
  },
  {
    name: "Reward hunters",
    purpose: "Members who do as much as limits allow and spend little.",
    members: 1000,
    days: 180,
    joinDays: 30,
    premiumShare: 0.05,
    superachieverShare: 0.01,
    behaviour: { ...usual, activity: 0.9, actionsPerDay: 12, unlock: 0.05, convert: 0.05 },
  },
  {
    name: "Quiet season",
    purpose: "Few visits and many who leave: what keeps those who stay?",
    members: 1000,
    days: 180,
    joinDays: 60,
    premiumShare: 0.1,
    superachieverShare: 0.03,
    behaviour: { ...usual, activity: 0.2, actionsPerDay: 1, leaving: 0.012 },
  },
];
