import { tokenTypes } from "@neothink/brand/tokens";
import { z } from "zod";
import { visibilities } from "./posts.schema.ts";

/** A poll as far as it is written. */
export const DraftPoll = z.object({
  question: z.string().max(500),
  choices: z.array(z.string().max(200)).max(10),
  multiple: z.boolean(),
  closesAt: z.date().nullable(),
});
export type DraftPoll = z.infer<typeof DraftPoll>;

/** A post as far as it is written; less strict than what may be published. */
export const DraftContent = z.object({
  content: z.string().max(20_000),
  section: z.string().max(60).nullable(),
  tokenTag: z.enum(tokenTypes).nullable(),
  visibility: z.enum(visibilities),
  publishAt: z.date().nullable(),
  poll: DraftPoll.nullable(),
});
export type DraftContent = z.infer<typeof DraftContent>;

/** `id` is that of the post to be; `base` is the version that the writer had before, null for a new draft. */
export const SaveDraft = z.object({
  id: z.guid(),
  base: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2}){0,2}$/)
    .nullable(),
  data: DraftContent,
});
export type SaveDraft = z.infer<typeof SaveDraft>;

export const DraftId = z.object({ id: z.guid() });
export type DraftId = z.infer<typeof DraftId>;
