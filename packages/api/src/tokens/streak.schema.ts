import { z } from "zod";

/** The longest pause of a streak, in days. */
export const longestPause = 30;

export const PauseStreak = z.object({ days: z.int().min(1).max(longestPause) });
export type PauseStreak = z.infer<typeof PauseStreak>;
