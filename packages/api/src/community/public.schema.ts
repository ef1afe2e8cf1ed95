import { tokenTypes } from "@neothink/brand/tokens";
import { z } from "zod";
import { Tag } from "./topics.schema.ts";

/** Posts and topics in a feed of news. */
export const newsSize = 30;

/** Answers that visitors are shown. */
export const publicAnswers = 20;

/** Addresses in one part of a site's map. */
export const mapPartSize = 5000;

export const PublicId = z.object({ id: z.guid() });
export type PublicId = z.infer<typeof PublicId>;

export const ListPublicPosts = z.object({
  section: z.string().min(1).max(60).optional(),
  tokenTag: z.enum(tokenTypes).optional(),
  authorId: z.guid().optional(),
});
export type ListPublicPosts = z.infer<typeof ListPublicPosts>;

export const ListPublicTopics = z.object({ tag: Tag.optional() });
export type ListPublicTopics = z.infer<typeof ListPublicTopics>;

const kind = z.enum(["posts", "topics"]);

export const ReadMapPart = z.object({ kind, start: z.string().max(200) });
export type ReadMapPart = z.infer<typeof ReadMapPart>;
