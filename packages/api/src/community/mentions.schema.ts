import { z } from "zod";
import { visibilities } from "./posts.schema.ts";

/** Members that one text may name; further names are only words. */
export const mostMentions = 20;

/** How a text names a member: a link with the name, to `member:<id>`. */
export const mentionPattern =
  /\[@([^\]\n]{1,80})\]\(member:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/gi;

/** Members whom a text names, each once, in its order; at most 20. */
export function mentionedIds(text: string): string[] {
  const ids = [...text.matchAll(mentionPattern)].flatMap(([, , id]) =>
    id === undefined ? [] : [id.toLowerCase()],
  );
  return [...new Set(ids)].slice(0, mostMentions);
}

export const SuggestMentions = z.object({
  /** What was typed after the at sign. */
  name: z.string().trim().min(1).max(80),
  /** Who will read the text. */
  audience: z.enum(visibilities),
});
export type SuggestMentions = z.infer<typeof SuggestMentions>;
