/**
 * Inequality of holdings after Gini: 0 when all hold the same, near 1 when one holds all; 0 when
 * nobody holds anything. Holdings are not negative.
 */
export function gini(holdings: readonly number[]): number {
  const sorted = Float64Array.from(holdings).sort();
  let total = 0;
  let weighted = 0;
  for (const [index, value] of sorted.entries()) {
    total += value;
    weighted += value * (index + 1);
  }
  const count = sorted.length;
  return total === 0 ? 0 : (2 * weighted) / (count * total) - (count + 1) / count;
}

/** The value in the middle; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/**
 * Share of members who were still active `k` days after joining, for each k from 0: those whose last
 * active day lies at least so far from their first, of those who joined long enough before the end.
 */
export function survival(
  members: readonly { readonly joined: number; readonly lastActive: number }[],
  days: number,
): number[] {
  const stayed = new Float64Array(days + 1);
  const could = new Float64Array(days + 1);
  for (const { joined, lastActive } of members) {
    const possible = days - 1 - joined;
    if (possible >= 0) {
      could[possible] = (could[possible] ?? 0) + 1;
      const reached = Math.min(possible, Math.max(0, lastActive - joined));
      stayed[reached] = (stayed[reached] ?? 0) + 1;
    }
  }
  const curve: number[] = [];
  let wentOn = 0;
  let couldGoOn = 0;
  const left = new Float64Array(days + 1);
  for (let k = days; k >= 0; k -= 1) {
    wentOn += stayed[k] ?? 0;
    couldGoOn += could[k] ?? 0;
    left[k] = couldGoOn === 0 ? Number.NaN : wentOn / couldGoOn;
  }
  for (const share of left) {
    if (!Number.isNaN(share)) {
      curve.push(share);
    }
  }
  return curve;
}
