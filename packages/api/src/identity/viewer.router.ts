import { memberProcedure, router } from "../core/trpc.ts";
import type { ViewerFacts } from "./viewer.ts";
import { readViewer } from "./viewer.ts";

export const viewerRouter = router({
  get: memberProcedure.query(
    ({ ctx }): Promise<ViewerFacts> => readViewer(ctx.db, ctx.viewer, ctx.brand),
  ),

  /** What the viewer may do across the network; decides which pages of the administration open. */
  roles: memberProcedure.query(({ ctx }) => ctx.roles(ctx.db)),
});
