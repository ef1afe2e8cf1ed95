import { z } from "zod";

/** Longest title and question, in characters. */
export const topicTitleLength = 150;
export const topicLength = 10_000;

/** Tags and concepts that one topic may carry. */
export const mostTags = 5;
export const mostConcepts = 5;

/** Topics on one page. */
export const topicPageSize = 25;

export const topicSorts = ["latest", "new", "top", "unanswered"] as const;
export type TopicSort = (typeof topicSorts)[number];

export const topicStates = ["open", "solved", "closed"] as const;
export type TopicState = (typeof topicStates)[number];

/** How closely a member follows something, from told of everything to hidden. */
export const watchLevels = ["watch", "watch_first", "track", "normal", "mute"] as const;
export type WatchLevel = (typeof watchLevels)[number];

const id = z.guid();

/** Lower case, words joined by hyphens: `first-offer`. */
export const Tag = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u, "A tag is one word, or words joined by hyphens.")
  .max(30, "A tag has 30 characters at most.");

const concepts = z
  .array(z.string().trim().min(1).max(200))
  .max(mostConcepts, `Choose ${mostConcepts} concepts at most.`);

/** What the form for a topic holds. */
export const TopicDraft = z.object({
  title: z
    .string()
    .trim()
    .min(8, "Say it in a few words more.")
    .max(topicTitleLength, `A title has ${topicTitleLength} characters at most.`),
  description: z
    .string()
    .trim()
    .min(1, "Write what you want to know.")
    .max(topicLength, `A topic holds ${topicLength.toLocaleString("en")} characters at most.`),
  category: z.string().min(1, "Choose where it belongs.").max(60),
  tags: z
    .array(Tag)
    .max(mostTags, `A topic carries ${mostTags} tags at most.`)
    .transform((tags) => [...new Set(tags)]),
  relatedConcepts: concepts.transform((titles) => [...new Set(titles)]),
  /** Visitors without an account may read it. */
  isPublic: z.boolean(),
});
export type TopicDraft = z.infer<typeof TopicDraft>;

/** `id` is made by the client: sending twice opens once. */
export const CreateTopic = TopicDraft.extend({ id });
export type CreateTopic = z.infer<typeof CreateTopic>;

export const UpdateTopic = z.object({ id, data: TopicDraft });
export type UpdateTopic = z.infer<typeof UpdateTopic>;

export const ListTopics = z.object({
  sort: z.enum(topicSorts).default("latest"),
  category: z.string().max(60).optional(),
  tag: Tag.optional(),
  state: z.enum(topicStates).optional(),
  unread: z.boolean().optional(),
  own: z.boolean().optional(),
  cursor: z.string().max(200).nullish(),
});
export type ListTopics = z.infer<typeof ListTopics>;

export const TopicId = z.object({ id });
export type TopicId = z.infer<typeof TopicId>;

/** `open` and `closed` are the asker's; `archived` is for moderators and final for everybody else. */
export const SetTopicStatus = z.object({ id, status: z.enum(["open", "closed", "archived"]) });
export type SetTopicStatus = z.infer<typeof SetTopicStatus>;

export const PinTopic = z.object({ id, pinned: z.boolean() });
export type PinTopic = z.infer<typeof PinTopic>;

/** How far a topic was read: the moment of the newest answer that was shown. */
export const ReadTopic = z.object({ id, at: z.date() });
export type ReadTopic = z.infer<typeof ReadTopic>;

export const SetLevel = z.discriminatedUnion("scope", [
  z.object({ scope: z.literal("topic"), key: id, level: z.enum(watchLevels) }),
  z.object({ scope: z.literal("tag"), key: Tag, level: z.enum(watchLevels) }),
  z.object({
    scope: z.literal("section"),
    key: z.string().min(1).max(60),
    level: z.enum(watchLevels),
  }),
]);
export type SetLevel = z.infer<typeof SetLevel>;

export const FindConcepts = z.object({ words: z.string().trim().min(1).max(80) });
export type FindConcepts = z.infer<typeof FindConcepts>;
