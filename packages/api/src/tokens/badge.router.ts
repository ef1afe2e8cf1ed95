import { memberProcedure, operatorProcedure, router, visitorProcedure } from "../core/trpc.ts";
import { BadgeId, BadgeInput, RevokeBadge, ShareBadge, UpdateBadge } from "./badge.schema.ts";
import {
  readBadges,
  readEarnables,
  readHolders,
  readSharedBadge,
  revokeBadge,
  saveBadge,
  shareBadge,
} from "./badge.ts";

export const badgeRouter = router({
  /** What can be earned here, with the viewer's progress. */
  list: memberProcedure.query(({ ctx }) => readEarnables(ctx)),

  /** Shows a badge of the viewer's to everyone, or no longer. */
  share: memberProcedure.input(ShareBadge).mutation(({ ctx, input }) => shareBadge(ctx, input)),

  /** A badge that its holder shows to everyone. */
  get: visitorProcedure.input(BadgeId).query(({ ctx, input }) => readSharedBadge(ctx, input.id)),

  /** Every badge with its rule, for operators. */
  listAll: operatorProcedure.query(({ ctx }) => readBadges(ctx)),

  /** Who holds a badge, for operators. */
  listHolders: operatorProcedure
    .input(BadgeId)
    .query(({ ctx, input }) => readHolders(ctx, input.id)),

  create: operatorProcedure
    .input(BadgeInput)
    .mutation(({ ctx, input }) => saveBadge(ctx, null, input)),

  update: operatorProcedure
    .input(UpdateBadge)
    .mutation(({ ctx, input }) => saveBadge(ctx, input.id, input.data)),

  /** Withdraws a badge from one member, with a reason. */
  revoke: operatorProcedure
    .input(RevokeBadge)
    .mutation(({ ctx, input }) => revokeBadge(ctx, input)),
});
