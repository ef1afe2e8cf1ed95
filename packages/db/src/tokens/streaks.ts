import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** A member's run of active days. Dates are `YYYY-MM-DD` by the member's calendar. */
export interface StreakRow {
  readonly currentStreak: number;
  readonly longestStreak: number;
  readonly lastActiveDate: string | null;
  readonly bonusPaidDate: string | null;
  readonly freezeDays: number;
  readonly freezeWeek: string | null;
  readonly freezesUsed: number;
  readonly pausedFrom: string | null;
  readonly pausedUntil: string | null;
  readonly extraFreezes: number;
  readonly lastActionAt: Date | null;
  readonly timezone: string;
}

/** The streak of a member; undefined before the first action. */
export async function findStreak(db: Db, userId: string): Promise<StreakRow | undefined> {
  return db
    .selectFrom("member_streaks")
    .select([
      "current_streak as currentStreak",
      "longest_streak as longestStreak",
      sql<string | null>`last_active_date::text`.as("lastActiveDate"),
      sql<string | null>`bonus_paid_date::text`.as("bonusPaidDate"),
      "freeze_days as freezeDays",
      sql<string | null>`freeze_week::text`.as("freezeWeek"),
      "freezes_used as freezesUsed",
      sql<string | null>`paused_from::text`.as("pausedFrom"),
      sql<string | null>`paused_until::text`.as("pausedUntil"),
      "extra_freezes as extraFreezes",
      "last_action_at as lastActionAt",
      "timezone",
    ])
    .where("user_id", "=", userId)
    .executeTakeFirst();
}

/** Writes the streak of a member after an action. For the service. */
export async function upsertStreak(db: Db, userId: string, streak: StreakRow): Promise<void> {
  const values = {
    current_streak: streak.currentStreak,
    longest_streak: streak.longestStreak,
    last_active_date: sql<Date | null>`${streak.lastActiveDate}::date`,
    bonus_paid_date: sql<Date | null>`${streak.bonusPaidDate}::date`,
    freeze_days: streak.freezeDays,
    freeze_week: sql<Date | null>`${streak.freezeWeek}::date`,
    freezes_used: streak.freezesUsed,
    paused_from: sql<Date | null>`${streak.pausedFrom}::date`,
    paused_until: sql<Date | null>`${streak.pausedUntil}::date`,
    extra_freezes: streak.extraFreezes,
    last_action_at: streak.lastActionAt,
    timezone: streak.timezone,
  };
  await db
    .insertInto("member_streaks")
    .values({ user_id: userId, ...values })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet(values))
    .execute();
}

/** Notes days without an action that did not end a streak. For the service. */
export async function insertSkippedDays(
  db: Db,
  userId: string,
  days: readonly { readonly day: string; readonly kind: string }[],
): Promise<void> {
  if (days.length === 0) {
    return;
  }
  await db
    .insertInto("streak_freezes")
    .values(days.map(({ day, kind }) => ({ user_id: userId, day: sql<Date>`${day}::date`, kind })))
    .onConflict((conflict) => conflict.columns(["user_id", "day"]).doNothing())
    .execute();
}

/** One day of a streak's calendar: `active`, `weekly`, `bought` or `paused`. */
export interface StreakDayRow {
  /** `YYYY-MM-DD` by the member's calendar. */
  readonly day: string;
  readonly kind: string;
}

/** What a member's days were from one date on: active ones, and those that were skipped. */
export async function listStreakDays(
  db: Db,
  userId: string,
  from: string,
): Promise<StreakDayRow[]> {
  const { rows } = await sql<StreakDayRow>`
    select local_date::text as day, 'active' as kind from user_actions
    where user_id = ${userId} and local_date >= ${from}::date group by local_date
    union all
    select day::text, kind from streak_freezes where user_id = ${userId} and day >= ${from}::date
    order by day`.execute(db);
  return rows;
}

/** Sets the pause of a streak. For the service. */
export async function updatePause(
  db: Db,
  userId: string,
  pause: { readonly from: string; readonly until: string },
): Promise<void> {
  await db
    .updateTable("member_streaks")
    .set({
      paused_from: sql<Date>`${pause.from}::date`,
      paused_until: sql<Date>`${pause.until}::date`,
    })
    .where("user_id", "=", userId)
    .execute();
}
