const unit = 1_000_000n;

/** A member's part in something that is split. */
export interface Share {
  readonly userId: string;
  /** Decimal text, six decimals at most. */
  readonly amount: string;
}

function toMicro(value: string): bigint {
  const [whole = "0", fraction = ""] = value.split(".");
  return BigInt(whole) * unit + BigInt(fraction.padEnd(6, "0").slice(0, 6));
}

function fromMicro(value: bigint): string {
  const fraction = String(value % unit)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return fraction ? `${value / unit}.${fraction}` : String(value / unit);
}

/**
 * Splits a prize in proportion to contributions, in millionths, by largest remainder: each gets its
 * share rounded down, and what is left goes one millionth each to the largest remainders, ties by
 * id. The shares add up to the prize exactly. Gives no shares when nothing was contributed.
 */
export function splitPrize(prize: string, contributions: readonly Share[]): Share[] {
  const whole = toMicro(prize);
  const parts = contributions
    .map(({ userId, amount }) => ({ userId, weight: toMicro(amount) }))
    .filter(({ weight }) => weight > 0n);
  const sum = parts.reduce((total, { weight }) => total + weight, 0n);
  if (sum === 0n) {
    return [];
  }
  const floored = parts.map(({ userId, weight }) => ({
    userId,
    share: (whole * weight) / sum,
    rest: (whole * weight) % sum,
  }));
  const left = whole - floored.reduce((total, { share }) => total + share, 0n);
  const first = floored
    .toSorted((one, other) => {
      if (one.rest !== other.rest) {
        return one.rest > other.rest ? -1 : 1;
      }
      return one.userId < other.userId ? -1 : 1;
    })
    .slice(0, Number(left));
  const lucky = new Set(first.map(({ userId }) => userId));
  return floored.map(({ userId, share }) => ({
    userId,
    amount: fromMicro(share + (lucky.has(userId) ? 1n : 0n)),
  }));
}
