import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dealing, findRings } from "./rings.ts";

/** Numbers from 0 to 1 that are the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Population {
  readonly dealings: Dealing[];
  readonly honest: readonly string[];
  readonly planted: readonly (readonly string[])[];
}

/**
 * Honest members deal mostly with popular ones and with a few friends, who often answer; rings of
 * two to six deal among themselves, in full or in a circle, and hide it behind a part of dealings
 * with others, who sometimes answer.
 */
function population(seed: number, people = 1000, rings = 25): Population {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  const counts = new Map<string, number>();
  const add = (from: string, to: string, count = 1) => {
    if (from !== to) {
      counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + count);
    }
  };
  const honest = Array.from({ length: people }, (_, index) => `h${index}`);
  const popular = () => honest[Math.floor(people * random() ** 3)] ?? "h0";
  for (const [index, id] of honest.entries()) {
    const friends = Array.from(
      { length: 1 + below(5) },
      () => honest[(index + 1 + below(12)) % people] ?? "h0",
    );
    const dealings = 2 + Math.floor(60 * random() ** 2);
    for (let count = 0; count < dealings; count += 1) {
      const friend = friends[below(friends.length)] ?? "h0";
      const to = random() < 0.45 ? friend : popular();
      add(id, to);
      if (to === friend && random() < 0.5) {
        add(friend, id);
      }
    }
  }
  const planted = Array.from({ length: rings }, (_, ring) =>
    Array.from({ length: 2 + below(5) }, (_, place) => `r${ring}-${place}`),
  );
  for (const members of planted) {
    const circle = members.length > 2 && random() < 0.5;
    const cover = 0.05 + 0.25 * random();
    for (const [place, id] of members.entries()) {
      const others = circle
        ? [members[(place + 1) % members.length] ?? id]
        : members.filter((other) => other !== id);
      const dealings = 14 + below(40);
      for (let count = 0; count < dealings; count += 1) {
        if (random() < cover) {
          const to = popular();
          add(id, to);
          if (random() < 0.2) {
            add(to, id);
          }
        } else {
          add(id, others[below(others.length)] ?? id);
        }
      }
    }
  }
  const dealings = [...counts].map(([pair, count]) => {
    const [from = "", to = ""] = pair.split(" ");
    return { from, to, count };
  });
  return { dealings, honest, planted };
}

function score({ dealings, honest, planted }: Population) {
  const held = new Set(findRings(dealings).flatMap((ring) => ring.members));
  const guilty = planted.flat();
  return {
    recall: guilty.filter((id) => held.has(id)).length / guilty.length,
    falseHolds: honest.filter((id) => held.has(id)).length / honest.length,
  };
}

describe("the search for rings", () => {
  it.each([1, 2, 3, 5, 8, 13, 21, 34, 55, 89])(
    "finds nine of ten planted members and holds at most one honest in a hundred (seed %i)",
    (seed) => {
      const { recall, falseHolds } = score(population(seed));
      expect(recall).toBeGreaterThanOrEqual(0.9);
      expect(falseHolds).toBeLessThanOrEqual(0.01);
    },
  );

  it("is not blind: without rings it finds next to nobody, with rings only them", () => {
    expect(score({ ...population(7, 1000, 0), planted: [["nobody"]] }).recall).toBe(0);
    const pair = [
      { from: "a", to: "b", count: 10 },
      { from: "b", to: "a", count: 10 },
    ];
    expect(findRings(pair)).toEqual([
      { members: ["a", "b"], inside: 20, givenInside: 1, receivedInside: 1 },
    ]);
  });

  it("leaves alone one who only gives, and friends who deal with others too", () => {
    expect(findRings([{ from: "fan", to: "star", count: 100 }])).toEqual([]);
    const friends = [
      { from: "a", to: "b", count: 10 },
      { from: "b", to: "a", count: 10 },
      ...["c", "d", "e"].flatMap((other) => [
        { from: "a", to: other, count: 4 },
        { from: "b", to: other, count: 4 },
      ]),
    ];
    expect(findRings(friends)).toEqual([]);
  });

  it("does not depend on the order of the dealings", () => {
    const { dealings } = population(4, 120, 6);
    const found = JSON.stringify(
      findRings(dealings)
        .map((ring) => ring.members)
        .toSorted(),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(dealings, { minLength: dealings.length }), (shuffled) => {
        const again = findRings(shuffled).map((ring) => ring.members);
        expect(JSON.stringify(again.toSorted())).toBe(found);
      }),
      { numRuns: 20 },
    );
  });
});
