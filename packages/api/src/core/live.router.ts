import { listenLive, livePosition } from "./live.ts";
import { ListenLive } from "./live-topics.ts";
import { memberProcedure, router } from "./trpc.ts";

export const liveRouter = router({
  /** Where the news stand, for a page to begin listening from. */
  position: memberProcedure.query(() => livePosition()),

  /** What happens in the asked topics, as far as the member may know; resumes after `lastEventId`. */
  events: memberProcedure
    .input(ListenLive)
    .subscription(({ ctx, input, signal }) => listenLive(ctx.viewer, input, signal)),
});
