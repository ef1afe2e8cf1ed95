/** A streak as it is kept between actions. Dates are `YYYY-MM-DD` by the member's calendar. */
export interface StreakState {
  readonly currentStreak: number;
  readonly longestStreak: number;
  readonly lastActiveDate: string | null;
  readonly bonusPaidDate: string | null;
  readonly freezeDays: number;
  readonly freezeWeek: string | null;
  readonly freezesUsed: number;
  readonly pausedUntil: string | null;
}

export const newStreak: StreakState = {
  currentStreak: 0,
  longestStreak: 0,
  lastActiveDate: null,
  bonusPaidDate: null,
  freezeDays: 0,
  freezeWeek: null,
  freezesUsed: 0,
  pausedUntil: null,
};

const dayLength = 86_400_000;

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayLength;
}

function dateOfDay(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

/** Monday of the week of a date. */
export function mondayOf(date: string): string {
  // Day 0 of the epoch was a Thursday.
  const day = dayNumber(date);
  return dateOfDay(day - ((day + 3) % 7));
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The calendar date of a moment in an IANA time zone; UTC when the zone is unknown. */
export function localDate(moment: Date, timeZone: string): string {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  try {
    return new Intl.DateTimeFormat("en-CA", { ...parts, timeZone }).format(moment);
  } catch {
    return moment.toISOString().slice(0, 10);
  }
}

/**
 * The streak after an action on `today`. A second action on a day changes nothing; a day that seems
 * earlier, because the member travelled west, counts as the same day. Missed days end the streak
 * unless a pause covers them or freeze days are left.
 */
export function advanceStreak(
  state: StreakState,
  today: string,
  weeklyFreezeDays: number,
): StreakState {
  const week = mondayOf(today);
  const refilled =
    state.freezeWeek === null || state.freezeWeek < week
      ? { ...state, freezeDays: weeklyFreezeDays, freezeWeek: week }
      : state;
  const { lastActiveDate, pausedUntil } = refilled;
  if (lastActiveDate !== null && daysBetween(lastActiveDate, today) <= 0) {
    return refilled;
  }

  const heldUntil =
    lastActiveDate !== null && pausedUntil !== null && pausedUntil > lastActiveDate
      ? pausedUntil
      : lastActiveDate;
  const missed = heldUntil === null ? 0 : Math.max(0, daysBetween(heldUntil, today) - 1);
  const unbroken = lastActiveDate !== null && missed <= refilled.freezeDays;
  const currentStreak = unbroken ? refilled.currentStreak + 1 : 1;
  const frozen = unbroken ? missed : 0;
  return {
    ...refilled,
    currentStreak,
    longestStreak: Math.max(refilled.longestStreak, currentStreak),
    lastActiveDate: today,
    freezeDays: refilled.freezeDays - frozen,
    freezesUsed: refilled.freezesUsed + frozen,
  };
}

/** The length of the streak as it stands on `today`: 0 once more days were missed than are free. */
export function presentStreak(
  { currentStreak, lastActiveDate, pausedUntil, freezeDays }: StreakState,
  today: string,
): number {
  if (lastActiveDate === null) {
    return 0;
  }
  const heldUntil =
    pausedUntil !== null && pausedUntil > lastActiveDate ? pausedUntil : lastActiveDate;
  const missed = Math.max(0, daysBetween(heldUntil, today) - 1);
  return missed <= freezeDays ? currentStreak : 0;
}
