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

/** Ways to answer a post with one tap, beside a like. */
export const reactionKinds = ["like", "love", "celebrate", "insightful"] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** Orders of the feed. */
export const feedModes = ["latest", "following", "for-you"] as const;
export type FeedMode = (typeof feedModes)[number];

const content = z
  .string()
  .trim()
  .min(1, "Write something first.")
  .max(postLength, `A post holds ${postLength.toLocaleString("en")} characters at most.`);
const visibility = z.enum(visibilities, "Choose who may read it.");
const tokenTag = z.enum(tokenTypes, "Choose one of the four tokens, or none.").nullable();
const section = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
const id = z.guid();

/** Opaque place in a list; only a value that the list gave earlier fits. */
const cursor = z.string().max(200).nullish();
const limit = z.int().min(1).max(maxPageSize).default(pageSize);

/** What the composer sends; the form checks the same. */
export const PostDraft = z.object({ content, tokenTag, visibility });
export type PostDraft = z.infer<typeof PostDraft>;

/** Choices of a poll, at most. */
export const pollChoices = 10;

const pollChoice = z.string().trim().min(1, "Write the choice.").max(120);

/** A question with choices that hangs on a post. */
export const NewPoll = z.object({
  question: z.string().trim().min(1, "Ask something.").max(300),
  choices: z
    .array(pollChoice)
    .min(2, "Offer two choices at least.")
    .max(pollChoices)
    .refine((all) => new Set(all).size === all.length, "Each choice may stand once."),
  multiple: z.boolean(),
  closesAt: z.date().nullable(),
});
export type NewPoll = z.infer<typeof NewPoll>;

/** `id` is made by the client: sending twice publishes once. */
export const PublishPost = PostDraft.extend({
  id,
  /** A section of the app's platform. */
  section: section.nullish(),
  /** When it is to appear; at once without it. */
  publishAt: z.date().nullish(),
  poll: NewPoll.nullish(),
});
export type PublishPost = z.infer<typeof PublishPost>;

/** The tag stays as it was published: it has been rewarded. */
export const PostEdit = z.object({ content, visibility });
export type PostEdit = z.infer<typeof PostEdit>;

export const UpdatePost = z.object({ id, data: PostEdit });
export type UpdatePost = z.infer<typeof UpdatePost>;

const platform = z.enum(["hub", "ascenders", "neothinkers", "immortals"]);

const part = {
  /** Posts of one platform; without it those of all that the viewer may read. */
  platform: platform.optional(),
  tokenTag: z.enum(tokenTypes).optional(),
  section: section.optional(),
};

export const ListPosts = z.object({
  ...part,
  mode: z.enum(feedModes).default("latest"),
  cursor,
  limit,
});
export type ListPosts = z.infer<typeof ListPosts>;

export const PinnedPosts = z.object(part);
export type PinnedPosts = z.infer<typeof PinnedPosts>;

/** `since` is the `place` of the first post that is shown. */
export const NewerPosts = z.object({ ...part, since: z.string().max(200) });
export type NewerPosts = z.infer<typeof NewerPosts>;

export const PostId = z.object({ id });
export type PostId = z.infer<typeof PostId>;

/** Says how it should be, not "toggle": sending twice does no harm. */
export const LikePost = z.object({ postId: id, liked: z.boolean() });
export type LikePost = z.infer<typeof LikePost>;

/** Says how it should be, not "toggle": sending twice does no harm. */
export const ReactToPost = z.object({
  postId: id,
  kind: z.enum(reactionKinds),
  given: z.boolean(),
});
export type ReactToPost = z.infer<typeof ReactToPost>;

/** Null publishes now. */
export const ReschedulePost = z.object({ id, publishAt: z.date().nullable() });
export type ReschedulePost = z.infer<typeof ReschedulePost>;

export const SetStanding = z.object({ id, pinned: z.boolean(), announcement: z.boolean() });
export type SetStanding = z.infer<typeof SetStanding>;

/** Numbers of the picked choices, from 1. */
export const VoteInPoll = z.object({
  pollId: id,
  choices: z.array(z.int().min(1).max(pollChoices)).min(1).max(pollChoices),
});
export type VoteInPoll = z.infer<typeof VoteInPoll>;
