import type { Db } from "@neothink/db/core/identity";
import {
  type CensusCount,
  countCensus,
  findLastSnapshot,
  insertSnapshots,
  listSnapshots,
  type SnapshotRow,
} from "@neothink/db/tokens/census-snapshots";
import type { MemberContext } from "../core/context.ts";
import type { ReadCensus } from "./census.schema.ts";

const dayLength = 86_400_000;
/** Days that a first or late run makes up for; each can be counted from the ledger as if it were today. */
const mostCaughtUp = 90;

/** Midnight UTC at which the day of a moment began. */
export function midnightOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / dayLength) * dayLength);
}

/**
 * Counts every scope at each midnight since the last snapshot, and keeps the counts. Safe to run twice:
 * a day that is kept stays as it is. Gives how many counts were new.
 */
export async function takeCensus(
  step: <T>(fn: (db: Db) => Promise<T>) => Promise<T>,
  now: Date,
): Promise<number> {
  const today = midnightOf(now);
  const last = await step(findLastSnapshot);
  const earliest = new Date(today.getTime() - (mostCaughtUp - 1) * dayLength);
  let at = last ? new Date(midnightOf(last).getTime() + dayLength) : earliest;
  at = at < earliest ? earliest : at;
  let added = 0;
  for (; at <= today; at = new Date(at.getTime() + dayLength)) {
    const moment = at;
    added += await step(async (db) =>
      insertSnapshots(db, { at: moment, counts: await countCensus(db, moment) }),
    );
  }
  return added;
}

/** One part of the network through time. */
export interface CensusLine {
  readonly scopeId: string | null;
  readonly name: string;
  readonly points: readonly Pick<SnapshotRow, "at" | "population" | "assets" | "activity">[];
}

/** The kept counts of a scope since some days ago, one line for each of its parts. */
export async function readCensus(
  { db }: MemberContext,
  { scope, days }: ReadCensus,
): Promise<CensusLine[]> {
  const since = new Date(midnightOf(new Date()).getTime() - (days - 1) * dayLength);
  const lines = new Map<string, { scopeId: string | null; name: string; points: SnapshotRow[] }>();
  for (const row of await listSnapshots(db, { scope, since })) {
    const key = row.scopeId ?? row.name;
    const line = lines.get(key) ?? { scopeId: row.scopeId, name: row.name, points: [] };
    line.points.push(row);
    lines.set(key, line);
  }
  return [...lines.values()].map(({ points, ...line }) => ({
    ...line,
    points: points.map(({ at, population, assets, activity }) => ({
      at,
      population,
      assets,
      activity,
    })),
  }));
}

/** What differs between two counts of the same scopes; parts that are in one of them only count as zero in the other. */
export function diffCensus(
  before: readonly CensusCount[],
  after: readonly CensusCount[],
): { name: string; scope: string; population: number; activity: number }[] {
  const key = ({ scope, scopeId, name }: CensusCount): string => `${scope} ${scopeId ?? name}`;
  const old = new Map(before.map((count) => [key(count), count]));
  const gone = before.filter((count) => !after.some((other) => key(other) === key(count)));
  return [
    ...after.map((count) => ({
      name: count.name,
      scope: count.scope,
      population: count.population - (old.get(key(count))?.population ?? 0),
      activity: count.activity - (old.get(key(count))?.activity ?? 0),
    })),
    ...gone.map((count) => ({
      name: count.name,
      scope: count.scope,
      population: -count.population,
      activity: -count.activity,
    })),
  ].filter(({ population, activity }) => population !== 0 || activity !== 0);
}
