import type { PlatformSlug } from "@neothink/brand/platforms";
import { type TokenType, tokenTypes } from "@neothink/brand/tokens";
import { amount } from "./amount.ts";
import type { RewardInput } from "./reward.schema.ts";
import { type PayClass, rewardClasses, toMillionths } from "./reward-rules-classes.ts";
import { figuresOfRules } from "./reward-rules-figures.ts";
import type { SimulatedSite, SimulationParameters } from "./simulation.schema.ts";
import {
  countDay,
  leavingFactor,
  makeMembers,
  phaseAction,
  phaseActions,
  phaseOf,
  type SimulatedMember,
  simulatedToken,
  siteOf,
} from "./simulation-people.ts";
import { dailyChance, type Random, seededRandom } from "./simulation-random.ts";
import { type SimulationResult, SimulationTally } from "./simulation-tally.ts";

const unlockCost = toMillionths("10");
const conversionAmount = toMillionths("5");

interface Site {
  readonly slug: PlatformSlug;
  readonly rules: SimulatedSite;
  readonly pay: PayClass;
  readonly actions: ReadonlyMap<string, RewardInput["action"]>;
  /** Balance above which the base is halved, in millionths. */
  readonly threshold: number;
  /** Millionths of LUCK for one conversion out of each token. */
  readonly luckFor: Readonly<Record<TokenType, number>>;
}

interface World {
  readonly parameters: SimulationParameters;
  readonly sites: Readonly<Record<PlatformSlug, Site>>;
  readonly random: Random;
  readonly tally: SimulationTally;
  readonly daily: Readonly<Record<"collaboration" | "unlock" | "convert", number>>;
}

/**
 * Runs the economy over simulated members, day by day. Pure: the same parameters lead to the same
 * result. Yields the number of days done after each, so that who drives it can rest, show progress or
 * stop; what it returns are the figures and series of the whole run.
 */
export function* simulate(
  parameters: SimulationParameters,
): Generator<number, SimulationResult, undefined> {
  const random = seededRandom(parameters.seed);
  const members = makeMembers(parameters, random);
  const { behaviour } = parameters;
  const world: World = {
    parameters,
    random,
    tally: new SimulationTally(members, parameters.days),
    sites: {
      hub: site("hub", parameters),
      ascenders: site("ascenders", parameters),
      neothinkers: site("neothinkers", parameters),
      immortals: site("immortals", parameters),
    },
    daily: {
      collaboration: dailyChance(behaviour.collaboration),
      unlock: dailyChance(behaviour.unlock),
      convert: dailyChance(behaviour.convert),
    },
  };
  for (let day = 0; day < parameters.days; day += 1) {
    for (const member of members) {
      if (member.present && member.joined <= day) {
        liveThrough(world, member, day);
      }
    }
    world.tally.endDay(day);
    yield day + 1;
  }
  return world.tally.result();
}

function site(slug: PlatformSlug, { sites }: SimulationParameters): Site {
  const rules = sites[slug];
  const { figures } = rules;
  const luck = (token: TokenType): number =>
    amount(conversionAmount)
      .times(figures.rates[`${token}_LUCK`] ?? "1")
      .floor()
      .toNumber();
  return {
    slug,
    rules,
    pay: rewardClasses(figuresOfRules(figures)),
    actions: new Map(
      rules.actions
        .filter(({ active }) => active)
        .map(({ type, label, weight }) => [type, { type, label, weight }]),
    ),
    threshold: toMillionths(figures.diminishingThreshold),
    luckFor: { LUCK: luck("LUCK"), LIVE: luck("LIVE"), LOVE: luck("LOVE"), LIFE: luck("LIFE") },
  };
}

function liveThrough(world: World, member: SimulatedMember, day: number): void {
  const { random, parameters, tally, daily } = world;
  const { behaviour } = parameters;
  const phase = phaseOf(member.activeDays);
  const leaving = behaviour.leaving * leavingFactor[phase] * (member.unpaidYesterday ? 2 : 1);
  if (day > member.joined && random() < leaving) {
    member.present = false;
    return;
  }
  // Everybody is there on the day on which they join.
  if (day > member.joined && random() >= member.zeal) {
    return;
  }
  const place = world.sites[siteOf(member.persona, random)];
  countDay(member, day, place.rules.figures.weeklyFreezeDays);
  const idle = member.lastActive < 0 ? 0 : day - member.lastActive;
  member.lastActive = day;
  member.paidToday.clear();
  tally.active();

  const usual = simulatedToken(member.persona, place.slug);
  const lifeFirst = phase === "mastery" && random() < behaviour.lifeStreak;
  const visit = { world, member, place, day, idle };
  let paid = act(visit, "login", lifeFirst ? "LIFE" : usual, false, true);
  if (phase !== member.phase) {
    member.phase = phase;
    paid += act(visit, phaseAction[phase], usual, false, false);
  }
  if (random() < daily.collaboration) {
    paid += act(visit, pick(phaseActions[phase], random), "LOVE", true, false);
  }
  for (let left = behaviour.actionsPerDay * 2 * random(); left >= 0.5; left -= 1) {
    paid += act(visit, pick(phaseActions[phase], random), usual, false, false);
  }
  member.activeDays += 1;
  member.unpaidYesterday = paid === 0;
  spend(world, member, place, usual);
}

interface Visit {
  readonly world: World;
  readonly member: SimulatedMember;
  readonly place: Site;
  readonly day: number;
  /** Whole days since the last action. */
  readonly idle: number;
}

function pick(choices: readonly string[], random: Random): string {
  return choices[Math.floor(random() * choices.length)] ?? "comment";
}

/** One action: pays by the platform's rules and gives what was paid, in millionths. */
function act(
  { world, member, place, day, idle }: Visit,
  type: string,
  token: TokenType,
  together: boolean,
  first: boolean,
): number {
  const action = place.actions.get(type);
  if (!action) {
    return 0;
  }
  const { figures } = place.rules;
  const index = tokenTypes.indexOf(token);
  const pair = `${token}:${type}`;
  const before = member.paidToday.get(pair) ?? 0;
  const { total } = place.pay({
    token,
    action,
    tier: member.tier,
    standing: standing(day - member.joined, first ? idle : 0, figures),
    above: (member.balances[index] ?? 0) > place.threshold,
    collaborative: together,
    streakDays: member.streak,
    streakBonusDue: first,
    limited: before >= (figures.limits.pairs[pair] ?? figures.limits.default),
  });
  if (total > 0) {
    member.paidToday.set(pair, before + 1);
    member.balances[index] = (member.balances[index] ?? 0) + total;
  }
  world.tally.acted(member, type, index, total, together, place.slug);
  return total;
}

function standing(
  accountDays: number,
  idleDays: number,
  { trialDays, inactiveAfterDays }: SimulatedSite["figures"],
): "trial" | "inactive" | "active" {
  if (accountDays < trialDays) {
    return "trial";
  }
  return idleDays > inactiveAfterDays ? "inactive" : "active";
}

/** Unlocks and conversions of an active day, never more than there is. */
function spend(world: World, member: SimulatedMember, place: Site, token: TokenType): void {
  const { random, tally, daily } = world;
  const index = tokenTypes.indexOf(token);
  const unlocks = random() < daily.unlock;
  const converts = random() < daily.convert;
  if (unlocks && (member.balances[index] ?? 0) >= unlockCost) {
    member.balances[index] = (member.balances[index] ?? 0) - unlockCost;
    tally.spent(index, unlockCost);
  }
  if (converts && token !== "LUCK" && (member.balances[index] ?? 0) >= conversionAmount) {
    const luck = tokenTypes.indexOf("LUCK");
    const received = place.luckFor[token];
    member.balances[index] = (member.balances[index] ?? 0) - conversionAmount;
    member.balances[luck] = (member.balances[luck] ?? 0) + received;
    tally.converted(index, conversionAmount, luck, received);
  }
}

/** Runs a simulation to its end at once. */
export function simulateAll(parameters: SimulationParameters): SimulationResult {
  const run = simulate(parameters);
  for (;;) {
    const step = run.next();
    if (step.done) {
      return step.value;
    }
  }
}
