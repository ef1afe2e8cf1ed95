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
  readonly pausedUntil: string | null;
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
      sql<string | null>`paused_until::text`.as("pausedUntil"),
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
    paused_until: sql<Date | null>`${streak.pausedUntil}::date`,
    last_action_at: streak.lastActionAt,
    timezone: streak.timezone,
  };
  await db
    .insertInto("member_streaks")
    .values({ user_id: userId, ...values })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet(values))
    .execute();
}
