import type { RouterOutputs } from "@neothink/api/core/router";
import type { ReadCensus } from "@neothink/api/tokens/census.schema";
import { isPlatformSlug, platforms } from "@neothink/brand/platforms";

/** One part of the network through time. */
export type CensusLine = RouterOutputs["tokens"]["census"]["list"][number];

/** What the scopes are called on the page. */
export const scopeNames: Readonly<Record<ReadCensus["scope"], string>> = {
  network: "Whole network",
  app: "Platforms",
  persona: "Personas",
  team: "Teams",
  group: "Rooms",
};

/** What a part of the network is called: platforms and personas by their names, the rest as it is. */
export function censusName({ name }: Pick<CensusLine, "name">): string {
  if (isPlatformSlug(name)) {
    return platforms[name].name;
  }
  return name === "network" ? scopeNames.network : name.charAt(0).toUpperCase() + name.slice(1);
}

/** The day of a count, `YYYY-MM-DD` in UTC. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** What was counted on each of these days; null on days on which this part was not there. */
export function alongDays(
  line: Pick<CensusLine, "points">,
  days: readonly string[],
  value: (point: CensusLine["points"][number]) => number,
): (number | null)[] {
  const counted = new Map(line.points.map((point) => [dayOf(point.at), value(point)]));
  return days.map((day) => counted.get(day) ?? null);
}
