import { amount, toUnits } from "./amount.ts";

/** What a conversion would give. All figures are decimal text. */
export interface ConversionPreview {
  readonly given: string;
  /** Units received for one unit given. */
  readonly rate: string;
  /** Rounded down to the sixth decimal, so that rounding never makes tokens. */
  readonly received: string;
  /** The exact product less what is received: below a millionth of a unit. */
  readonly lost: string;
}

/** Computes a conversion: `given × rate`, rounded down to the sixth decimal. Pure. */
export function previewConversion(given: string, rate: string): ConversionPreview {
  const exact = amount(given).times(rate);
  const received = toUnits(exact);
  return {
    given: amount(given).toFixed(),
    rate: amount(rate).toFixed(),
    received,
    lost: exact.minus(received).toFixed(),
  };
}
