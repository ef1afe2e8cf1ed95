import { platformSlugs } from "@neothink/brand/platforms";
import { z } from "zod";

/** Cards on one page of the directory. */
export const memberPageSize = 24;

const id = z.guid();
const cursor = z.string().max(200).nullish();
const limit = z.int().min(1).max(50).default(memberPageSize);

export const ListMembers = z.object({
  /** Words of the name or their beginnings. */
  name: z.string().trim().max(100).optional(),
  platform: z.enum(platformSlugs).optional(),
  interest: z.string().trim().min(1).max(80).optional(),
  cursor,
  limit,
});
export type ListMembers = z.infer<typeof ListMembers>;

export const MemberId = z.object({ id });

export const ListContributions = z.object({ memberId: id, cursor, limit: limit.default(10) });
export type ListContributions = z.infer<typeof ListContributions>;

export const followSides = ["following", "followers"] as const;

export const ListFollows = z.object({ side: z.enum(followSides), cursor, limit });
export type ListFollows = z.infer<typeof ListFollows>;

/** Says how it should be, not "toggle": sending twice does no harm. */
export const FollowMember = z.object({ id, following: z.boolean() });
export type FollowMember = z.infer<typeof FollowMember>;

/** Null lifts whatever there is. */
export const BlockMember = z.object({ id, kind: z.enum(["block", "mute"]).nullable() });
export type BlockMember = z.infer<typeof BlockMember>;

/** What others see and may do; only what is named changes. */
export const UpdatePrivacy = z
  .object({
    publicProfile: z.boolean(),
    showInDirectory: z.boolean(),
    showAchievements: z.boolean(),
    showActivity: z.boolean(),
    allowMentions: z.boolean(),
    allowMessages: z.boolean(),
  })
  .partial();
export type UpdatePrivacy = z.infer<typeof UpdatePrivacy>;
