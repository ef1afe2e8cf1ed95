import { z } from "zod";

/** Longest text of a comment, in characters. */
export const commentLength = 2000;

/** Comments on one page. */
export const commentPageSize = 50;

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
export const CreateComment = CommentDraft.extend({ id, postId: id });
export type CreateComment = z.infer<typeof CreateComment>;

export const ListComments = z.object({ postId: id, cursor: z.string().max(200).nullish() });
export type ListComments = z.infer<typeof ListComments>;

export const CommentId = z.object({ id });
export type CommentId = z.infer<typeof CommentId>;
