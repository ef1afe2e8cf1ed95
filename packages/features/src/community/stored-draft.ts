import { visibilities } from "@neothink/api/community/posts.schema";
import { tokenTypes } from "@neothink/brand/tokens";
import { z } from "zod";

/** An unfinished post as this browser keeps it. Less strict than what may be published. */
const StoredDraft = z.object({
  /** The id that the post was or will be sent with: a repeated attempt publishes once. */
  id: z.guid(),
  content: z.string().max(50_000),
  tokenTag: z.enum(tokenTypes).nullable(),
  visibility: z.enum(visibilities),
});
export type StoredDraft = z.infer<typeof StoredDraft>;

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Name under which the draft of one member for one platform is kept. */
export function draftKey(viewerId: string, platform: string): string {
  return `neothink.draft.post.${platform}.${viewerId}`;
}

/** The kept draft, if there is one that still fits. */
export function readDraft(shelf: Shelf, key: string): StoredDraft | null {
  try {
    const parsed = StoredDraft.safeParse(JSON.parse(shelf.getItem(key) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Keeps a draft, or lets go of an empty one. A full or forbidden shelf is no reason to stop writing. */
export function keepDraft(shelf: Shelf, key: string, draft: StoredDraft): void {
  try {
    if (draft.content.trim() === "") {
      shelf.removeItem(key);
    } else {
      shelf.setItem(key, JSON.stringify(draft));
    }
  } catch {
    // The text is still in the form.
  }
}

/** Lets go of a draft that was published. */
export function dropDraft(shelf: Shelf, key: string): void {
  try {
    shelf.removeItem(key);
  } catch {
    // A shelf that cannot be reached holds nothing.
  }
}
