import type { PlatformSlug } from "@neothink/brand/platforms";
import { platformSlugs } from "@neothink/brand/platforms";
import type { TokenType } from "@neothink/brand/tokens";
import type { Tier } from "./reward.schema.ts";
import type { SimulationParameters } from "./simulation.schema.ts";
import type { Random } from "./simulation-random.ts";

export const personas = ["ascender", "neothinker", "immortal", "superachiever"] as const;
export type Persona = (typeof personas)[number];

export const phases = ["discovery", "onboarding", "progression", "mastery"] as const;
export type Phase = (typeof phases)[number];

/** Active days after which a phase begins. */
const phaseBegins: Readonly<Record<Phase, number>> = {
  discovery: 0,
  onboarding: 3,
  progression: 7,
  mastery: 30,
};

/** How readily members of a phase leave, beside the rate of the scenario. */
export const leavingFactor: Readonly<Record<Phase, number>> = {
  discovery: 3,
  onboarding: 1.5,
  progression: 0.6,
  mastery: 0.25,
};

/** What begins a phase: the action whose reward marks it. */
export const phaseAction: Readonly<Record<Phase, string>> = {
  discovery: "login",
  onboarding: "onboarding",
  progression: "lesson",
  mastery: "course",
};

/** What members of a phase do, the likelier the more often it is named. */
export const phaseActions: Readonly<Record<Phase, readonly string[]>> = {
  discovery: ["comment", "comment", "post", "assessment"],
  onboarding: ["comment", "comment", "post", "message", "lesson"],
  progression: ["comment", "comment", "reply", "post", "post", "message", "lesson", "topic"],
  mastery: ["comment", "reply", "reply", "post", "post", "topic", "lesson", "insight", "meeting"],
};

/** The phase of a member with so many active days. */
export function phaseOf(activeDays: number): Phase {
  let phase: Phase = "discovery";
  for (const name of phases) {
    if (activeDays >= phaseBegins[name]) {
      phase = name;
    }
  }
  return phase;
}

/** The token that a persona earns on a platform in the simulated network. */
export function simulatedToken(persona: Persona, site: PlatformSlug): TokenType {
  switch (site) {
    case "hub":
      return persona === "ascender" ? "LUCK" : "LIVE";
    case "neothinkers":
      return persona === "neothinker" ? "LOVE" : "LIVE";
    case "ascenders":
    case "immortals":
      return persona === "immortal" ? "LIFE" : "LUCK";
  }
}

const homes: Readonly<Record<Persona, readonly PlatformSlug[]>> = {
  ascender: ["ascenders", "ascenders", "ascenders", "hub"],
  neothinker: ["neothinkers", "neothinkers", "neothinkers", "hub"],
  immortal: ["immortals", "immortals", "immortals", "hub"],
  superachiever: platformSlugs,
};

/** Where a persona is active on a day. */
export function siteOf(persona: Persona, random: Random): PlatformSlug {
  const choices = homes[persona];
  return choices[Math.floor(random() * choices.length)] ?? "hub";
}

/** A simulated member. Token amounts are millionths in the order of `tokenTypes`. */
export interface SimulatedMember {
  readonly persona: Persona;
  readonly tier: Tier;
  readonly joined: number;
  /** Chance to be active on a day. */
  readonly zeal: number;
  readonly balances: [number, number, number, number];
  readonly paidToday: Map<string, number>;
  readonly did: Map<string, number>;
  streak: number;
  freezeDays: number;
  freezeWeek: number;
  lastActive: number;
  activeDays: number;
  phase: Phase | null;
  present: boolean;
  unpaidYesterday: boolean;
}

/** Makes the members of a run in the order in which they join. */
export function makeMembers(parameters: SimulationParameters, random: Random): SimulatedMember[] {
  const { members, joinDays, days, premiumShare, superachieverShare, behaviour } = parameters;
  const span = Math.min(joinDays, days);
  return Array.from({ length: members }, (_, index) => {
    const chosen = random();
    const superachiever = random() < superachieverShare;
    const premium = random() < premiumShare;
    // Few are very keen and some hardly at all: between a third and five thirds of the usual zeal.
    const zeal = Math.min(1, behaviour.activity * (1 / 3 + random() * (4 / 3)));
    const persona = personas[Math.floor(chosen * 3)] ?? "ascender";
    return {
      persona: superachiever ? "superachiever" : persona,
      tier: tierOf(superachiever, premium),
      joined: Math.floor((index * span) / members),
      zeal,
      balances: [0, 0, 0, 0],
      paidToday: new Map(),
      did: new Map(),
      streak: 0,
      freezeDays: 0,
      freezeWeek: -1,
      lastActive: -1,
      activeDays: 0,
      phase: null,
      present: true,
      unpaidYesterday: false,
    };
  });
}

function tierOf(superachiever: boolean, premium: boolean): Tier {
  if (superachiever) {
    return "superachiever";
  }
  return premium ? "premium" : "free";
}

/** Counts an active day into a member's streak as `advanceStreak` does, by plain day numbers. */
export function countDay(member: SimulatedMember, day: number, weeklyFreezeDays: number): void {
  const week = Math.floor(day / 7);
  if (member.freezeWeek < week) {
    member.freezeDays = weeklyFreezeDays;
    member.freezeWeek = week;
  }
  const missed = member.lastActive < 0 ? 0 : day - member.lastActive - 1;
  const unbroken = member.lastActive >= 0 && missed <= member.freezeDays;
  member.freezeDays -= unbroken ? missed : 0;
  member.streak = unbroken ? member.streak + 1 : 1;
}
