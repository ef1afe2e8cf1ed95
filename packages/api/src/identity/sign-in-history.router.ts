import { z } from "zod";
import { memberProcedure, router } from "../core/trpc.ts";
import { readSignInHistory } from "./sign-in-history.ts";

export const signInHistoryRouter = router({
  list: memberProcedure
    .input(z.object({ cursor: z.string().max(500).nullish() }))
    .query(({ ctx, input }) => readSignInHistory(ctx.db, ctx.viewer.id, input.cursor ?? null)),
});
