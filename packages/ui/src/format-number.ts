const locale = "en";

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
const amount = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
const signed = new Intl.NumberFormat(locale, {
  maximumFractionDigits: 6,
  signDisplay: "exceptZero",
});
const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });

function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/u.test(text);
}

function formatDecimal(format: Intl.NumberFormat, text: string): string {
  // Given as text, a decimal keeps every digit; as a number it would be rounded to a double.
  return isDecimal(text) ? format.format(text) : text;
}

/** A count, e.g. "1,234". */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** A count in few letters, e.g. "1.2K". */
export function formatCompact(value: number): string {
  return compact.format(value);
}

/** A token amount given as a decimal string, up to six places, exact: "1234.500000" is "1,234.5". */
export function formatAmount(value: string): string {
  return formatDecimal(amount, value);
}

/** The same with its sign: "+12", "-0.5", "0". */
export function formatSignedAmount(value: string): string {
  return formatDecimal(signed, value);
}

/** A share between 0 and 1 as a percentage, e.g. "62%". */
export function formatPercent(share: number): string {
  return percent.format(share);
}
