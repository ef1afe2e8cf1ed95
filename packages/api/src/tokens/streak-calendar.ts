import { findStanding } from "@neothink/db/tokens/standing";
import {
  findStreak,
  listStreakDays,
  type StreakDayRow,
  updatePause,
} from "@neothink/db/tokens/streaks";
import type { MemberContext } from "../core/context.ts";
import { LimitReached, PreconditionFailed } from "../core/errors.ts";
import { inLine } from "./movement.ts";
import type { PauseStreak } from "./streak.schema.ts";
import { addDays, daysBetween, localDate, mondayOf, presentStreak } from "./streak.ts";

const weeksShown = 6;
/** Days from the beginning of one pause to the next one at the earliest. */
const daysBetweenPauses = 60;

/** The viewer's streak with the days behind it. */
export interface StreakCalendar {
  readonly days: number;
  readonly longest: number;
  readonly today: string;
  /** First day shown, a Monday. */
  readonly from: string;
  readonly marked: readonly StreakDayRow[];
  /** Missed days that may still be skipped: free ones of this week, and bought ones. */
  readonly freezes: { readonly weekly: number; readonly bought: number; readonly used: number };
  /** Null while it runs; both dates count. */
  readonly pause: { readonly from: string; readonly until: string } | null;
  /** First day on which a pause may begin again; null when it may begin now. */
  readonly pauseAgainOn: string | null;
  readonly timeZone: string;
}

/** The viewer's streak and the last six weeks by the viewer's calendar. */
export async function readStreak({ db, viewer }: MemberContext): Promise<StreakCalendar> {
  const [streak, standing] = await Promise.all([
    findStreak(db, viewer.id),
    findStanding(db, viewer.id),
  ]);
  const timeZone = standing?.timezone ?? "UTC";
  const today = localDate(new Date(), timeZone);
  const from = addDays(mondayOf(today), -7 * (weeksShown - 1));
  const marked = await listStreakDays(db, viewer.id, from);
  const { pausedFrom = null, pausedUntil = null } = streak ?? {};
  const paused = pausedFrom !== null && pausedUntil !== null && pausedUntil >= today;
  return {
    days: streak ? presentStreak(streak, today, timeZone) : 0,
    longest: streak?.longestStreak ?? 0,
    today,
    from,
    marked,
    freezes: {
      weekly: streak?.freezeDays ?? 0,
      bought: streak?.extraFreezes ?? 0,
      used: streak?.freezesUsed ?? 0,
    },
    pause: paused ? { from: pausedFrom, until: pausedUntil } : null,
    pauseAgainOn: nextPause(pausedFrom, today),
    timeZone,
  };
}

function nextPause(pausedFrom: string | null, today: string): string | null {
  if (pausedFrom === null || daysBetween(pausedFrom, today) >= daysBetweenPauses) {
    return null;
  }
  return addDays(pausedFrom, daysBetweenPauses);
}

/**
 * Lets the viewer's streak rest from today on.
 * @throws PreconditionFailed without a running streak, LimitReached too soon after the last pause.
 */
export async function pauseStreak(
  ctx: MemberContext,
  { days }: PauseStreak,
): Promise<StreakCalendar> {
  const { db, viewer } = ctx;
  await inLine(db, [viewer.id], async (system) => {
    const streak = await findStreak(system, viewer.id);
    const standing = await findStanding(system, viewer.id);
    const timeZone = standing?.timezone ?? "UTC";
    const today = localDate(new Date(), timeZone);
    if (!streak || presentStreak(streak, today, timeZone) === 0) {
      throw new PreconditionFailed("no_streak", "There is no running streak to pause.");
    }
    const until = addDays(today, days - 1);
    // Asked twice on one day, the later length counts.
    const again = streak.pausedFrom === today ? null : nextPause(streak.pausedFrom, today);
    if (again) {
      throw new LimitReached("paused_lately", `You can pause again from ${again}.`);
    }
    await updatePause(system, viewer.id, { from: today, until });
  });
  return readStreak(ctx);
}

/** Ends the viewer's pause: from today on missed days count again. Without a pause nothing changes. */
export async function resumeStreak(ctx: MemberContext): Promise<StreakCalendar> {
  const { db, viewer } = ctx;
  await inLine(db, [viewer.id], async (system) => {
    const streak = await findStreak(system, viewer.id);
    const standing = await findStanding(system, viewer.id);
    const today = localDate(new Date(), standing?.timezone ?? "UTC");
    const { pausedFrom, pausedUntil } = streak ?? {};
    if (pausedFrom && pausedUntil && pausedUntil >= today) {
      await updatePause(system, viewer.id, { from: pausedFrom, until: addDays(today, -1) });
    }
  });
  return readStreak(ctx);
}
