import { z } from "zod";

/** Whose activity is shown. */
export const activityModes = ["all", "following"] as const;
export type ActivityMode = (typeof activityModes)[number];

/** Ways to answer an activity with one tap. */
export const activityReactions = ["like", "love", "celebrate", "insightful"] as const;

/** Longest comment on an activity, in characters. */
export const activityCommentLength = 500;

const id = z.guid();

export const ListActivity = z.object({
  mode: z.enum(activityModes).default("all"),
  memberId: id.optional(),
  cursor: z.string().max(200).nullish(),
  limit: z.int().min(1).max(50).default(20),
});
export type ListActivity = z.infer<typeof ListActivity>;

export const ActivityId = z.object({ id });

/** Says how it should be, not "toggle": sending twice does no harm. */
export const ReactToActivity = z.object({
  id,
  kind: z.enum(activityReactions),
  given: z.boolean(),
});
export type ReactToActivity = z.infer<typeof ReactToActivity>;

export const CommentOnActivity = z.object({
  id,
  text: z.string().trim().min(1, "Write something first.").max(activityCommentLength),
});
export type CommentOnActivity = z.infer<typeof CommentOnActivity>;

/** Hides an own activity from others, or shows it again. */
export const ShowActivity = z.object({ id, shown: z.boolean() });
export type ShowActivity = z.infer<typeof ShowActivity>;
