import { type PlatformSlug, platformSlugs } from "@neothink/brand/platforms";
import type { TokenType } from "@neothink/brand/tokens";
import { fromMillionths, unitsPerToken } from "./reward-rules-classes.ts";
import type {
  SimulatedCensus,
  SimulatedDay,
  SimulationDetails,
  SimulationSummary,
} from "./simulation.schema.ts";
import { gini, median, survival } from "./simulation-measures.ts";
import { personas, type SimulatedMember } from "./simulation-people.ts";

/** Figures and series of a whole run. */
export interface SimulationResult {
  readonly summary: SimulationSummary;
  readonly details: SimulationDetails;
}

type FourTokens = [bigint, bigint, bigint, bigint];

const none = (): FourTokens => [0n, 0n, 0n, 0n];
// Sorting all holdings is the dearest measure: about so often in a run.
const giniMeasures = 100;
const window = 30;

function add(sums: FourTokens, index: number, value: number): void {
  sums[index] = (sums[index] ?? 0n) + BigInt(value);
}

function holdings({ balances }: SimulatedMember): number {
  return balances[0] + balances[1] + balances[2] + balances[3];
}

function byToken<T>(value: (index: number) => T): Record<TokenType, T> {
  return { LUCK: value(0), LIVE: value(1), LOVE: value(2), LIFE: value(3) };
}

/** Counts what happens in a run and makes its figures. */
export class SimulationTally {
  readonly #members: readonly SimulatedMember[];
  readonly #days: number;
  readonly #issued = none();
  readonly #spent = none();
  readonly #away = none();
  readonly #into = none();
  readonly #series: SimulatedDay[] = [];
  readonly #moved: number[] = [];
  readonly #actionsBySite = new Map<PlatformSlug, number[]>();
  #active = 0;
  #movedToday = 0;
  #actions = 0;
  #paid = 0;
  #together = 0;

  constructor(members: readonly SimulatedMember[], days: number) {
    this.#members = members;
    this.#days = days;
    for (const slug of platformSlugs) {
      this.#actionsBySite.set(slug, [0]);
    }
  }

  /** A member is active today. */
  active(): void {
    this.#active += 1;
  }

  /** An action was done and paid, or not paid. */
  acted(
    member: SimulatedMember,
    type: string,
    token: number,
    paid: number,
    together: boolean,
    site: PlatformSlug,
  ): void {
    this.#actions += 1;
    this.#paid += paid > 0 ? 1 : 0;
    this.#together += together ? 1 : 0;
    member.did.set(type, (member.did.get(type) ?? 0) + 1);
    add(this.#issued, token, paid);
    const counts = this.#actionsBySite.get(site);
    const last = (counts?.length ?? 1) - 1;
    if (counts) {
      counts[last] = (counts[last] ?? 0) + 1;
    }
  }

  /** Tokens left for good. */
  spent(token: number, units: number): void {
    add(this.#spent, token, units);
    this.#movedToday += units;
  }

  /** Tokens of one kind became tokens of another. */
  converted(from: number, units: number, to: number, received: number): void {
    add(this.#away, from, units);
    add(this.#into, to, received);
    this.#movedToday += units;
  }

  /** Takes down the figures of a day that is over. */
  endDay(day: number): void {
    this.#moved.push(this.#movedToday);
    const supply = this.#supply();
    const held = supply.reduce((total, units) => total + units, 0n);
    const every = Math.max(1, Math.floor(this.#days / giniMeasures));
    const measured = day % every === 0 || day === this.#days - 1;
    this.#series.push({
      day: day + 1,
      supply: byToken((index) => Math.round(Number(supply[index]) / unitsPerToken)),
      present: this.#here(day).length,
      active: this.#active,
      gini: measured ? round(gini(this.#members.filter(joinedBy(day)).map(holdings))) : null,
      velocity: round(this.#velocity(held)),
    });
    this.#active = 0;
    this.#movedToday = 0;
    for (const counts of this.#actionsBySite.values()) {
      counts.push(0);
    }
  }

  /** Figures and series once all days are over. */
  result(): SimulationResult {
    const last = this.#days - 1;
    const here = this.#here(last);
    const supply = this.#supply();
    const curve = survival(this.#members, this.#days);
    const at = (days: number): number | undefined => curve[days];
    const end = this.#series.at(-1);
    const activeDays = here.reduce((sum, member) => sum + member.activeDays, 0);
    const lived = here.reduce((sum, member) => sum + (this.#days - member.joined), 0);
    const retention = { d7: at(7), d30: at(30), d90: at(90) };
    return {
      summary: {
        members: this.#members.length,
        days: this.#days,
        actions: this.#actions,
        supply: this.#text(supply),
        issued: this.#text(this.#issued),
        spent: this.#text(this.#spent),
        convertedAway: this.#text(this.#away),
        convertedInto: this.#text(this.#into),
        gini: end?.gini ?? 0,
        velocity: end?.velocity ?? 0,
        present: here.length,
        retention: Object.fromEntries(
          Object.entries(retention).flatMap(([name, share]) =>
            share === undefined ? [] : [[name, round(share)]],
          ),
        ),
        engagement: round(lived === 0 ? 0 : (activeDays / lived) * 7),
        satisfaction: round(share(this.#paid, this.#actions)),
        medianBalance: round(median(this.#members.map(holdings)) / unitsPerToken),
        repetition: round(this.#repetition()),
        collaboration: round(share(this.#together, this.#actions)),
      },
      details: {
        series: this.#series,
        survival: curve.map(round),
        census: this.#census(here),
      },
    };
  }

  #supply(): FourTokens {
    const supply = none();
    // Numbers hold the sum of a thousand members exactly, and are much faster than bigints.
    for (let from = 0; from < this.#members.length; from += 1000) {
      for (const index of [0, 1, 2, 3]) {
        let units = 0;
        for (const { balances } of this.#members.slice(from, from + 1000)) {
          units += balances[index] ?? 0;
        }
        add(supply, index, units);
      }
    }
    return supply;
  }

  #here(day: number): SimulatedMember[] {
    return this.#members.filter((member) => member.present && member.joined <= day);
  }

  #velocity(held: bigint): number {
    const recent = this.#moved.slice(-window).reduce((sum, units) => sum + units, 0);
    return held === 0n ? 0 : recent / Number(held);
  }

  #repetition(): number {
    let sum = 0;
    let counted = 0;
    for (const { did } of this.#members) {
      const total = [...did.values()].reduce((all, times) => all + times, 0);
      if (total > 0) {
        sum += Math.max(...did.values()) / total;
        counted += 1;
      }
    }
    return share(sum, counted);
  }

  #census(here: readonly SimulatedMember[]): SimulatedCensus[] {
    const week = (counts: readonly number[]): number =>
      counts.slice(-8).reduce((sum, times) => sum + times, 0);
    const activity = [...this.#actionsBySite].map(([slug, counts]) => ({
      slug,
      actions: week(counts),
    }));
    const part = (
      scope: SimulatedCensus["scope"],
      name: string,
      people: readonly SimulatedMember[],
      actions: number,
    ): SimulatedCensus => ({
      scope,
      name,
      population: people.length,
      assets: fromMillionths(people.reduce((sum, one) => sum + BigInt(holdings(one)), 0n)),
      activity: actions,
    });
    const all = activity.reduce((sum, { actions }) => sum + actions, 0);
    return [
      part("network", "network", here, all),
      ...activity.map(({ slug, actions }) => part("app", slug, here, actions)),
      ...personas.map((persona) =>
        part(
          "persona",
          persona,
          here.filter((member) => member.persona === persona),
          0,
        ),
      ),
    ];
  }

  #text(sums: FourTokens): Record<TokenType, string> {
    return byToken((index) => fromMillionths(sums[index] ?? 0n));
  }
}

function joinedBy(day: number): (member: SimulatedMember) => boolean {
  return ({ joined }) => joined <= day;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
