import type { DraftContent } from "@neothink/api/community/drafts.schema";
import { NewPoll, PostDraft } from "@neothink/api/community/posts.schema";
import { brand } from "@neothink/brand/current";
import { z } from "zod";

/** What the composer holds and checks before it publishes. */
export const PostForm = PostDraft.extend({
  section: z.string().nullable(),
  publishAt: z.date().nullable(),
  poll: NewPoll.nullable(),
});
export type PostForm = z.infer<typeof PostForm>;

/** A new post, with what the member chose for the last one. */
export function emptyPost(last?: Pick<PostForm, "tokenTag" | "visibility">): PostForm {
  return {
    content: "",
    tokenTag: last ? last.tokenTag : brand.token,
    visibility: last?.visibility ?? "public",
    section: null,
    publishAt: null,
    poll: null,
  };
}

/** Whether two drafts hold the same. */
export function sameDraft(one: DraftContent, other: DraftContent): boolean {
  return comparable(one) === comparable(other);
}

function comparable({
  content,
  poll,
  publishAt,
  section,
  tokenTag,
  visibility,
}: DraftContent): string {
  return JSON.stringify([content, tokenTag, visibility, section, publishAt, poll]);
}
