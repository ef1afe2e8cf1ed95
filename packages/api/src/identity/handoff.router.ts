import { platformSlugs } from "@neothink/brand/platforms";
import { z } from "zod";
import { memberProcedure, router, visitorProcedure } from "../core/trpc.ts";
import { issueFormToken, spendFormToken } from "./form-token.ts";
import type { Redemption } from "./handoff.ts";
import { issueTicket, redeemTicket } from "./handoff.ts";

const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const purpose = z.literal("confirm");
const userAgent = z.string().max(1000).nullable();

export const handoffRouter = router({
  issue: memberProcedure
    .input(
      z.object({
        app: z.enum(platformSlugs),
        challenge: secret,
        returnTo: z.string().startsWith("/").max(2048),
      }),
    )
    .mutation(
      async ({ ctx, input }): Promise<{ ticket: string }> => ({
        ticket: await issueTicket(ctx.db, ctx.viewer.id, input),
      }),
    ),
  /** The ticket goes to the app that asks: another app's ticket is none of its business. */
  redeem: visitorProcedure
    .input(z.object({ ticket: secret, verifier: secret }))
    .mutation(
      ({ ctx, input }): Promise<Redemption | null> =>
        redeemTicket(ctx.db, { ...input, app: ctx.brand.slug }),
    ),
});

export const formTokenRouter = router({
  create: visitorProcedure.input(z.object({ purpose, userAgent })).mutation(
    async ({ ctx, input }): Promise<{ token: string }> => ({
      token: await issueFormToken(ctx.db, input),
    }),
  ),
  spend: visitorProcedure.input(z.object({ purpose, userAgent, token: secret })).mutation(
    async ({ ctx, input: { token, ...form } }): Promise<{ valid: boolean }> => ({
      valid: await spendFormToken(ctx.db, form, token),
    }),
  ),
});
