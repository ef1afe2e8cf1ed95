import { Decimal } from "decimal.js";

// Forty digits hold every product of two ledger amounts, so only `toUnits` ever rounds.
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_DOWN, toExpPos: 40 });

/** A token amount for exact arithmetic, from the text that the database gives. */
export function amount(value: string | number): Decimal {
  return new Exact(value);
}

/** Plain text of an amount in ledger units: six decimals at most, cut off, no trailing zeros. */
export function toUnits(value: Decimal): string {
  return value.toDecimalPlaces(6, Decimal.ROUND_DOWN).toFixed();
}

/** Exact sum of amounts, as plain text. */
export function sum(values: readonly string[]): string {
  return toUnits(values.reduce((total, value) => total.plus(value), amount(0)));
}
