import { memberProcedure, router } from "../core/trpc.ts";
import { createCode, readInvitations } from "./referral.ts";

export const referralRouter = router({
  /** The viewer's invitations, both ways. */
  list: memberProcedure.query(({ ctx }) => readInvitations(ctx)),

  /** Gives the viewer a code of their own. */
  create: memberProcedure.mutation(({ ctx }) => createCode(ctx)),
});
