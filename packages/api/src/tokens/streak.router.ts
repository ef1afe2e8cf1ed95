import { memberProcedure, router } from "../core/trpc.ts";
import { PauseStreak } from "./streak.schema.ts";
import { pauseStreak, readStreak, resumeStreak } from "./streak-calendar.ts";

export const streakRouter = router({
  /** The viewer's streak with its calendar. */
  get: memberProcedure.query(({ ctx }) => readStreak(ctx)),

  /** Lets the streak rest for some days. */
  pause: memberProcedure.input(PauseStreak).mutation(({ ctx, input }) => pauseStreak(ctx, input)),

  /** Ends the pause. */
  resume: memberProcedure.mutation(({ ctx }) => resumeStreak(ctx)),
});
