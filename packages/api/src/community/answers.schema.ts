import { z } from "zod";

/** Longest text of an answer, in characters. */
export const answerLength = 10_000;

/** Answers on one page. */
export const answerPageSize = 30;

/** As threads with replies under what they answer, or by time. */
export const answerViews = ["nested", "flat"] as const;
export type AnswerView = (typeof answerViews)[number];

const id = z.guid();

/** What the form under a topic holds. */
export const AnswerDraft = z.object({
  content: z
    .string()
    .trim()
    .min(1, "Write something first.")
    .max(answerLength, `An answer holds ${answerLength.toLocaleString("en")} characters at most.`),
});
export type AnswerDraft = z.infer<typeof AnswerDraft>;

/** `id` is made by the client: sending twice writes once. */
export const CreateAnswer = AnswerDraft.extend({
  id,
  topicId: id,
  /** The answer that it replies to. */
  parentId: id.nullish(),
});
export type CreateAnswer = z.infer<typeof CreateAnswer>;

export const UpdateAnswer = z.object({ id, data: AnswerDraft });
export type UpdateAnswer = z.infer<typeof UpdateAnswer>;

export const ListAnswers = z.object({
  topicId: id,
  view: z.enum(answerViews).default("nested"),
  /** Begins the list with this answer, or in threads with the beginning of its thread. */
  startAt: id.nullish(),
  cursor: z.string().max(400).nullish(),
  direction: z.enum(["forward", "backward"]).default("forward"),
});
export type ListAnswers = z.infer<typeof ListAnswers>;

export const AnswerId = z.object({ id });
export type AnswerId = z.infer<typeof AnswerId>;

/** Says how it should be: 1 for, -1 against, 0 for no vote. Sending twice does no harm. */
export const VoteAnswer = z.object({
  id,
  vote: z.union([z.literal(1), z.literal(0), z.literal(-1)]),
});
export type VoteAnswer = z.infer<typeof VoteAnswer>;

/** The answer that solved the question; null when none did after all. */
export const AcceptAnswer = z.object({ topicId: id, answerId: id.nullable() });
export type AcceptAnswer = z.infer<typeof AcceptAnswer>;

export const ChooseAnswerView = z.object({ view: z.enum(answerViews) });
export type ChooseAnswerView = z.infer<typeof ChooseAnswerView>;
