import { platformSlugs } from "@neothink/brand/platforms";
import { tokenTypes } from "@neothink/brand/tokens";
import { z } from "zod";

export const periods = ["day", "week", "month", "all"] as const;
export const categories = ["community", "learning", "events", "membership", "other"] as const;

export const ListLeaders = z.object({
  period: z.enum(periods).default("week"),
  /** The app's own token without one. */
  token: z.enum(tokenTypes).optional(),
  site: z.enum(platformSlugs).nullish(),
  category: z.enum(categories).nullish(),
  teamId: z.guid().nullish(),
});
export type ListLeaders = z.input<typeof ListLeaders>;

export const SetShown = z.object({ shown: z.boolean() });
export type SetShown = z.infer<typeof SetShown>;
