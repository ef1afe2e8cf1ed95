import { amount } from "./amount.ts";

/**
 * The Fibonacci number of a streak, F(1) = F(2) = 1, held at `cap` once it is reached.
 * A streak of no days gives "0".
 */
export function streakFibonacci(days: number, cap: string): string {
  let current = amount(0);
  let next = amount(1);
  for (let day = 0; day < days && current.lessThan(cap); day += 1) {
    [current, next] = [next, current.plus(next)];
  }
  return current.greaterThan(cap) ? amount(cap).toFixed() : current.toFixed();
}
