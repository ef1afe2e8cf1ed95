import { z } from "zod";
import { memberProcedure, router } from "../core/trpc.ts";
import type { PlatformAccess } from "./access.ts";
import { readAccess } from "./access.ts";
import type { Redeemed } from "./invite.ts";
import { recordReferral, redeemInvite } from "./invite.ts";
import { InviteCode, ReferrerId } from "./profile.schema.ts";

export const accessRouter = router({
  list: memberProcedure.query(async ({ ctx }): Promise<PlatformAccess[]> => {
    const { guardian } = await ctx.roles(ctx.db);
    return readAccess(ctx.db, ctx.viewer.id, guardian);
  }),
});

export const inviteRouter = router({
  redeem: memberProcedure
    .input(z.object({ code: InviteCode }))
    .mutation(
      ({ ctx, input }): Promise<Redeemed> => redeemInvite(ctx.db, ctx.viewer.id, input.code),
    ),
});

export const referralRouter = router({
  create: memberProcedure.input(z.object({ referrerId: ReferrerId })).mutation(
    async ({ ctx, input }): Promise<{ recorded: boolean }> => ({
      recorded: await recordReferral(ctx.db, ctx.viewer.id, input.referrerId),
    }),
  ),
});
