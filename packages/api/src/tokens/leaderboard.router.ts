import { memberProcedure, router } from "../core/trpc.ts";
import { ListLeaders, SetShown } from "./leaderboard.schema.ts";
import { readChoices, readLeaders, setShown } from "./leaderboard.ts";

export const leaderboardRouter = router({
  /** The best of a period with the viewer's own place. */
  list: memberProcedure.input(ListLeaders).query(({ ctx, input }) => readLeaders(ctx, input)),

  /** The viewer's teams, and whether others see the viewer. */
  get: memberProcedure.query(({ ctx }) => readChoices(ctx)),

  /** Shows or hides the viewer. */
  update: memberProcedure.input(SetShown).mutation(({ ctx, input }) => setShown(ctx, input)),
});
