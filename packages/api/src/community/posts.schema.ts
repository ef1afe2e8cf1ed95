import { tokenTypes } from "@neothink/brand/tokens";
import { z } from "zod";

/** Longest text of a post, in characters; the table allows more for imported ones. */
export const postLength = 5000;

/** Posts on one page, unless asked otherwise, and at most. */
export const pageSize = 20;
const maxPageSize = 50;

/** Who may read a post, from everybody to the author alone. */
export const visibilities = ["public", "premium", "superachiever", "private"] as const;
export type Visibility = (typeof visibilities)[number];

const content = z
  .string()
  .trim()
  .min(1, "Write something first.")
  .max(postLength, `A post holds ${postLength.toLocaleString("en")} characters at most.`);
const visibility = z.enum(visibilities, "Choose who may read it.");
const tokenTag = z.enum(tokenTypes, "Choose one of the four tokens, or none.").nullable();
const id = z.guid();

/** Opaque place in a list; only a value that the list gave earlier fits. */
const cursor = z.string().max(200).nullish();
const limit = z.int().min(1).max(maxPageSize).default(pageSize);

/** What the composer sends; the form checks the same. */
export const PostDraft = z.object({ content, tokenTag, visibility });
export type PostDraft = z.infer<typeof PostDraft>;

/** `id` is made by the client: sending twice publishes once. */
export const PublishPost = PostDraft.extend({ id });
export type PublishPost = z.infer<typeof PublishPost>;

/** The tag stays as it was published: it has been rewarded. */
export const PostEdit = z.object({ content, visibility });
export type PostEdit = z.infer<typeof PostEdit>;

export const UpdatePost = z.object({ id, data: PostEdit });
export type UpdatePost = z.infer<typeof UpdatePost>;

export const ListPosts = z.object({
  /** Posts of one platform; without it those of all that the viewer may read. */
  platform: z.enum(["hub", "ascenders", "neothinkers", "immortals"]).optional(),
  tokenTag: z.enum(tokenTypes).optional(),
  cursor,
  limit,
});
export type ListPosts = z.infer<typeof ListPosts>;

export const PostId = z.object({ id });
export type PostId = z.infer<typeof PostId>;

/** Says how it should be, not "toggle": sending twice does no harm. */
export const LikePost = z.object({ postId: id, liked: z.boolean() });
export type LikePost = z.infer<typeof LikePost>;
