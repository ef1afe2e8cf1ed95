import { Invalid } from "../core/errors.ts";

// Our figure: who plans further ahead has a calendar for it.
const longestDays = 366;

/** @throws Invalid for a time that is past, or more than a year ahead. */
export function assertSchedulable(at: Date, now: number = Date.now()): void {
  if (Number.isNaN(at.getTime()) || at.getTime() <= now) {
    throw new Invalid("time_is_past", "Choose a time that is still to come.", {
      publishAt: ["This time is past."],
    });
  }
  if (at.getTime() > now + longestDays * 86_400_000) {
    throw new Invalid("time_too_far", "Choose a time within a year.", {
      publishAt: ["This is more than a year ahead."],
    });
  }
}
