import { z } from "zod";

const postId = z.guid();

export const KeepBookmark = z.object({
  postId,
  note: z.string().trim().max(500, "A note holds 500 characters at most.").nullable(),
  remindAt: z.date().nullable(),
});
export type KeepBookmark = z.infer<typeof KeepBookmark>;

export const DropBookmark = z.object({ postId });
export type DropBookmark = z.infer<typeof DropBookmark>;

export const ListBookmarks = z.object({ cursor: z.string().max(200).nullish() });
export type ListBookmarks = z.infer<typeof ListBookmarks>;
