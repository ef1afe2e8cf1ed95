import { z } from "zod";
import { EarningRule } from "./earning-rules.ts";

export const badgeRoles = ["ascender", "neothinker", "immortal", "superachiever"] as const;

export const ShareBadge = z.object({ id: z.guid(), shared: z.boolean() });
export type ShareBadge = z.infer<typeof ShareBadge>;

export const BadgeId = z.object({ id: z.guid() });

export const BadgeInput = z.object({
  name: z.string().trim().min(2, "Give it a name.").max(60),
  description: z.string().trim().min(1, "Say what it stands for.").max(300),
  role: z.enum(badgeRoles).nullable().default(null),
  criteria: EarningRule,
  active: z.boolean().default(true),
});
export type BadgeInput = z.infer<typeof BadgeInput>;

export const UpdateBadge = z.object({ id: z.guid(), data: BadgeInput });

export const RevokeBadge = z.object({
  /** The holder's record, not the badge. */
  id: z.guid(),
  reason: z.string().trim().min(5, "Give a reason that the member will read.").max(500),
});
export type RevokeBadge = z.infer<typeof RevokeBadge>;
