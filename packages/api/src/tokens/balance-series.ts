import { type TokenType, tokenTypes } from "@neothink/brand/tokens";
import { amount, toUnits } from "./amount.ts";

/** Decimal text for each token. */
export type Balances = Readonly<Record<TokenType, string>>;

/** What was held at the end of a day, `YYYY-MM-DD`. */
export interface DayBalances {
  readonly day: string;
  readonly balances: Balances;
}

export const noBalances: Balances = { LUCK: "0", LIVE: "0", LOVE: "0", LIFE: "0" };

/** Fills in the tokens that never moved. */
export function allBalances(
  rows: readonly { readonly tokenType: string; readonly balance: string }[],
): Balances {
  const found = new Map(rows.map((row) => [row.tokenType, row.balance]));
  return {
    LUCK: found.get("LUCK") ?? "0",
    LIVE: found.get("LIVE") ?? "0",
    LOVE: found.get("LOVE") ?? "0",
    LIFE: found.get("LIFE") ?? "0",
  };
}

interface Change {
  readonly day: string;
  readonly tokenType: string;
  readonly change: string;
}

/**
 * The balances at the end of each of the last `days` days, oldest first: starts from what is held
 * today and takes the changes of each day back.
 */
export function balanceSeries(
  present: Balances,
  changes: readonly Change[],
  { today, days }: { today: string; days: number },
): DayBalances[] {
  const series: DayBalances[] = [];
  let held = present;
  for (let back = 0; back < days; back += 1) {
    const day = dayBefore(today, back);
    series.push({ day, balances: held });
    held = without(
      held,
      changes.filter((change) => change.day === day),
    );
  }
  return series.reverse();
}

function without(held: Balances, changes: readonly Change[]): Balances {
  const next = { ...held };
  for (const token of tokenTypes) {
    for (const { tokenType, change } of changes) {
      if (tokenType === token) {
        next[token] = toUnits(amount(next[token]).minus(change));
      }
    }
  }
  return next;
}

function dayBefore(day: string, back: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - back * 86_400_000).toISOString().slice(0, 10);
}
