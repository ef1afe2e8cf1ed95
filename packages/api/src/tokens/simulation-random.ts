/** A source of numbers in [0, 1) that is the same for the same seed on every machine. */
export type Random = () => number;

/** Numbers from a 32-bit seed (the mulberry32 mix): fast, and good enough for behaviour. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The chance on one of seven days that comes to `weekly` over the week. */
export function dailyChance(weekly: number): number {
  return 1 - (1 - weekly) ** (1 / 7);
}
