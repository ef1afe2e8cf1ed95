/** How often one member did something for another in the window: likes, reactions, gifts, invitations. */
export interface Dealing {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** A group that mostly serves itself. */
export interface Ring {
  /** In the order of their ids. */
  readonly members: readonly string[];
  /** Dealings inside the group. */
  readonly inside: number;
  /** Share of what they gave that stayed inside, 0 to 1. */
  readonly givenInside: number;
  /** Share of what they received that came from inside, 0 to 1. */
  readonly receivedInside: number;
}

/** From where on a group counts as a ring. */
export interface RingLimits {
  /** Dealings in one direction from which a tie is strong. */
  readonly strongTie: number;
  /** Share of a giver's dealings from which a tie is strong. */
  readonly strongShare: number;
  /** Dealings that each member of a ring must have given at least. */
  readonly leastGiven: number;
  /** Share that must stay inside, given and received alike. */
  readonly insularity: number;
  /** More members than this are a community, not a ring. */
  readonly mostMembers: number;
}

/** Chosen on seeded populations: see the test, which holds recall and false holds. */
export const ringLimits: RingLimits = {
  strongTie: 4,
  strongShare: 0.1,
  leastGiven: 8,
  insularity: 0.6,
  mostMembers: 12,
};

/**
 * Finds rings: members tied strongly to one another in a circle, whose dealings stay among
 * themselves in both directions. A strong tie is one that is frequent and a large part of what its
 * giver does; circles are the strongly connected components of these ties. Friends who also deal
 * with others stay below the insularity. Pure; the order of the dealings does not matter.
 */
export function findRings(
  dealings: readonly Dealing[],
  limits: RingLimits = ringLimits,
): readonly Ring[] {
  const given = totals(dealings, "from");
  const received = totals(dealings, "to");
  const ties = new Map<string, string[]>();
  for (const { from, to, count } of dealings) {
    const total = given.get(from) ?? 0;
    const strong = count >= limits.strongTie && count >= total * limits.strongShare;
    if (strong && total >= limits.leastGiven && from !== to) {
      ties.set(from, [...(ties.get(from) ?? []), to]);
    }
  }
  return components(ties)
    .filter((members) => members.length >= 2 && members.length <= limits.mostMembers)
    .map((members) => measured(members.toSorted(), dealings, given, received))
    .filter(
      (ring) => ring.givenInside >= limits.insularity && ring.receivedInside >= limits.insularity,
    )
    .toSorted((one, other) => other.inside - one.inside);
}

function totals(dealings: readonly Dealing[], side: "from" | "to"): Map<string, number> {
  const sums = new Map<string, number>();
  for (const dealing of dealings) {
    sums.set(dealing[side], (sums.get(dealing[side]) ?? 0) + dealing.count);
  }
  return sums;
}

function measured(
  members: readonly string[],
  dealings: readonly Dealing[],
  given: ReadonlyMap<string, number>,
  received: ReadonlyMap<string, number>,
): Ring {
  const within = new Set(members);
  const inside = dealings
    .filter(({ from, to }) => within.has(from) && within.has(to))
    .reduce((total, { count }) => total + count, 0);
  const all = (sums: ReadonlyMap<string, number>) =>
    members.reduce((total, id) => total + (sums.get(id) ?? 0), 0);
  return {
    members,
    inside,
    givenInside: inside / Math.max(1, all(given)),
    receivedInside: inside / Math.max(1, all(received)),
  };
}

/** Strongly connected components by Tarjan's method, without recursion: a chain may be long. */
function components(ties: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const found: string[][] = [];

  function enter(id: string): { id: string; next: number } {
    index.set(id, index.size);
    low.set(id, index.get(id) ?? 0);
    open.push(id);
    isOpen.add(id);
    return { id, next: 0 };
  }
  function lower(id: string, value: number): void {
    low.set(id, Math.min(low.get(id) ?? value, value));
  }
  function close(id: string): void {
    const members = open.splice(open.lastIndexOf(id));
    for (const member of members) {
      isOpen.delete(member);
    }
    found.push(members);
  }

  for (const start of ties.keys()) {
    const path = index.has(start) ? [] : [enter(start)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = ties.get(top.id)?.[top.next];
      top.next += 1;
      if (to === undefined) {
        path.pop();
        const parent = path.at(-1);
        if (parent) {
          lower(parent.id, low.get(top.id) ?? 0);
        }
        if (low.get(top.id) === index.get(top.id)) {
          close(top.id);
        }
      } else if (!index.has(to)) {
        path.push(enter(to));
      } else if (isOpen.has(to)) {
        lower(top.id, index.get(to) ?? 0);
      }
    }
  }
  return found;
}
