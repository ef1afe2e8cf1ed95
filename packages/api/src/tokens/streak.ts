/** A streak as it is kept between actions. Dates are `YYYY-MM-DD` by the member's calendar. */
export interface StreakState {
  readonly currentStreak: number;
  readonly longestStreak: number;
  readonly lastActiveDate: string | null;
  readonly bonusPaidDate: string | null;
  readonly freezeDays: number;
  readonly freezeWeek: string | null;
  readonly freezesUsed: number;
  /** First day of the present or last pause. */
  readonly pausedFrom: string | null;
  /** Its last day. */
  readonly pausedUntil: string | null;
  /** Missed days that may be skipped because they were bought. */
  readonly extraFreezes: number;
}

/** Bought freeze days that one can hold. */
export const maxExtraFreezes = 3;

export const newStreak: StreakState = {
  currentStreak: 0,
  longestStreak: 0,
  lastActiveDate: null,
  bonusPaidDate: null,
  freezeDays: 0,
  freezeWeek: null,
  freezesUsed: 0,
  pausedFrom: null,
  pausedUntil: null,
  extraFreezes: 0,
};

const dayLength = 86_400_000;

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayLength;
}

/** The date so many days after another; before it when `days` is negative. */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
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

// A zone may jump over a date when it crosses the date line, as Samoa did in 2011.
function existsIn(date: string, timeZone: string): boolean {
  if (timeZone === "UTC") {
    return true;
  }
  const start = Date.parse(`${date}T00:00:00Z`);
  const hours = [-14, -10, -6, -2, 2, 6, 10, 14, 18, 22, 26, 30, 34, 38];
  return hours.some((hour) => localDate(new Date(start + hour * 3_600_000), timeZone) === date);
}

/** Why a day without an action ended no streak. */
export interface SkippedDay {
  readonly day: string;
  readonly kind: "weekly" | "bought" | "paused";
}

/** The days between the last active day and `today`: those that a pause covers, and those missed. */
function gap(
  { lastActiveDate, pausedFrom, pausedUntil }: StreakState,
  today: string,
  timeZone: string,
  most: number,
): { readonly paused: string[]; readonly missed: string[] } {
  const paused: string[] = [];
  const missed: string[] = [];
  if (lastActiveDate === null) {
    return { paused, missed };
  }
  // More than `most` missed days end the streak, so there is no need to list them all.
  for (
    let day = addDays(lastActiveDate, 1);
    day < today && missed.length <= most;
    day = addDays(day, 1)
  ) {
    const within = pausedUntil !== null && day <= pausedUntil;
    if (within && (pausedFrom === null || day >= pausedFrom)) {
      paused.push(day);
    } else if (existsIn(day, timeZone)) {
      missed.push(day);
    }
  }
  return { paused, missed };
}

function refill(state: StreakState, today: string, weeklyFreezeDays: number): StreakState {
  const week = mondayOf(today);
  return state.freezeWeek === null || state.freezeWeek < week
    ? { ...state, freezeDays: weeklyFreezeDays, freezeWeek: week }
    : state;
}

/**
 * The streak after an action on `today`. A second action on a day changes nothing; a day that seems
 * earlier, because the member travelled west, counts as the same day. Missed days end the streak
 * unless a pause covers them or freeze days are left: first those of the week, then bought ones.
 */
export function advanceStreak(
  state: StreakState,
  today: string,
  weeklyFreezeDays: number,
  timeZone = "UTC",
): StreakState {
  const refilled = refill(state, today, weeklyFreezeDays);
  const { lastActiveDate, freezeDays, extraFreezes } = refilled;
  if (lastActiveDate !== null && daysBetween(lastActiveDate, today) <= 0) {
    return refilled;
  }
  const free = freezeDays + extraFreezes;
  const missed = gap(refilled, today, timeZone, free).missed.length;
  const unbroken = lastActiveDate !== null && missed <= free;
  const currentStreak = unbroken ? refilled.currentStreak + 1 : 1;
  const frozen = unbroken ? missed : 0;
  const weekly = Math.min(frozen, freezeDays);
  return {
    ...refilled,
    currentStreak,
    longestStreak: Math.max(refilled.longestStreak, currentStreak),
    lastActiveDate: today,
    freezeDays: freezeDays - weekly,
    extraFreezes: extraFreezes - (frozen - weekly),
    freezesUsed: refilled.freezesUsed + frozen,
  };
}

/** The days that an action on `today` bridges, with what bridges each; none when the streak ends. */
export function skippedDays(
  state: StreakState,
  today: string,
  weeklyFreezeDays: number,
  timeZone = "UTC",
): SkippedDay[] {
  const refilled = refill(state, today, weeklyFreezeDays);
  const free = refilled.freezeDays + refilled.extraFreezes;
  const { paused, missed } = gap(refilled, today, timeZone, free);
  if (missed.length > free) {
    return [];
  }
  return [
    ...paused.map((day) => ({ day, kind: "paused" }) as const),
    ...missed.map(
      (day, index) => ({ day, kind: index < refilled.freezeDays ? "weekly" : "bought" }) as const,
    ),
  ];
}

/** The length of the streak as it stands on `today`: 0 once more days were missed than are free. */
export function presentStreak(state: StreakState, today: string, timeZone = "UTC"): number {
  if (state.lastActiveDate === null) {
    return 0;
  }
  const free = state.freezeDays + state.extraFreezes;
  return gap(state, today, timeZone, free).missed.length <= free ? state.currentStreak : 0;
}
