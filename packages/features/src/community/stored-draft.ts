import { DraftContent, DraftPoll } from "@neothink/api/community/drafts.schema";
import { z } from "zod";

const moment = z.coerce.date().nullable();

/** An unfinished post as this browser keeps it. Less strict than what may be published. */
const StoredDraft = DraftContent.extend({
  /** The id that the post was or will be sent with: a repeated attempt publishes once. */
  id: z.guid(),
  /** The version on the server that it goes on from; null before the first save. */
  base: z.string().nullable().default(null),
  section: DraftContent.shape.section.default(null),
  publishAt: moment.default(null),
  poll: DraftPoll.extend({ closesAt: moment }).nullable().default(null),
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

/** A draft that holds nothing worth keeping. */
export function isEmptyDraft({ content, poll }: Pick<DraftContent, "content" | "poll">): boolean {
  return content.trim() === "" && poll === null;
}

/** Keeps a draft, or lets go of an empty one. A full or forbidden shelf is no reason to stop writing. */
export function keepDraft(shelf: Shelf, key: string, draft: StoredDraft): void {
  try {
    if (isEmptyDraft(draft)) {
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
