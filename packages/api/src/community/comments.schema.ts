import { z } from "zod";

/** Longest text of a comment, in characters. */
export const commentLength = 2000;

/** Comments on one page. */
export const commentPageSize = 50;

/** As threads with answers under what they answer, or by time. */
export const commentViews = ["nested", "flat"] as const;
export type CommentView = (typeof commentViews)[number];

const id = z.guid();

/** What the form under a post holds. */
export const CommentDraft = z.object({
  content: z
    .string()
    .trim()
    .min(1, "Write something first.")
    .max(
      commentLength,
      `A comment holds ${commentLength.toLocaleString("en")} characters at most.`,
    ),
});
export type CommentDraft = z.infer<typeof CommentDraft>;

/** `id` is made by the client: sending twice writes once. */
export const CreateComment = CommentDraft.extend({
  id,
  postId: id,
  /** The comment that it answers. */
  parentId: id.nullish(),
});
export type CreateComment = z.infer<typeof CreateComment>;

export const UpdateComment = z.object({ id, data: CommentDraft });
export type UpdateComment = z.infer<typeof UpdateComment>;

export const ListComments = z.object({
  postId: id,
  view: z.enum(commentViews).default("flat"),
  /** Begins the list with this comment, or in threads with the beginning of its thread. */
  startAt: id.nullish(),
  cursor: z.string().max(400).nullish(),
  direction: z.enum(["forward", "backward"]).default("forward"),
});
export type ListComments = z.infer<typeof ListComments>;

export const CommentId = z.object({ id });
export type CommentId = z.infer<typeof CommentId>;

export const ChooseView = z.object({ view: z.enum(commentViews) });
export type ChooseView = z.infer<typeof ChooseView>;
