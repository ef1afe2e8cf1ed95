import { listBlocks } from "@neothink/db/community/blocks";
import { listInterests } from "@neothink/db/community/members";
import { memberProcedure, router } from "../core/trpc.ts";
import { blockMember, followMember } from "./member-bonds.ts";
import {
  BlockMember,
  FollowMember,
  ListContributions,
  ListFollows,
  ListMembers,
  MemberId,
  UpdatePrivacy,
} from "./members.schema.ts";
import {
  changePrivacy,
  readContributions,
  readDirectory,
  readFollows,
  readMember,
  readPrivacy,
} from "./members.ts";

export const membersRouter = router({
  /** One page of the directory. */
  list: memberProcedure.input(ListMembers).query(({ ctx, input }) => readDirectory(ctx, input)),

  /** The public profile of a member. */
  get: memberProcedure.input(MemberId).query(({ ctx, input }) => readMember(ctx, input.id)),

  /** What a member wrote. */
  contributions: memberProcedure
    .input(ListContributions)
    .query(({ ctx, input }) => readContributions(ctx, input)),

  /** Interests that members of this app share, for the filter of the directory. */
  interests: memberProcedure.query(({ ctx }) => listInterests(ctx.db, ctx.brand.slug, 12)),

  /** Whom the viewer follows, or who follows them. */
  follows: memberProcedure.input(ListFollows).query(({ ctx, input }) => readFollows(ctx, input)),

  follow: memberProcedure
    .input(FollowMember)
    .mutation(({ ctx, input }) => followMember(ctx, input)),

  block: memberProcedure.input(BlockMember).mutation(({ ctx, input }) => blockMember(ctx, input)),

  /** Whom the viewer blocks and mutes. */
  blocks: memberProcedure.query(({ ctx }) => listBlocks(ctx.db)),

  privacy: memberProcedure.query(({ ctx }) => readPrivacy(ctx)),

  updatePrivacy: memberProcedure
    .input(UpdatePrivacy)
    .mutation(({ ctx, input }) => changePrivacy(ctx, input)),
});
