import { isDeepStrictEqual } from "node:util";
import {
  type DraftRow,
  findDraft,
  findDraftRoom,
  insertDraft,
  updateDraft,
} from "@neothink/db/community/drafts";
import { z } from "zod";
import type { MemberContext } from "../core/context.ts";
import { Conflict, LimitReached } from "../core/errors.ts";
import { DraftContent, type SaveDraft } from "./drafts.schema.ts";

/** A draft as the writer left it. */
export interface Draft {
  readonly id: string;
  readonly version: string;
  readonly savedAt: Date;
  readonly data: DraftContent;
}

/**
 * How a save went. `conflict` changes nothing and gives what another device saved meanwhile;
 * `published` means that the post is out and the draft is over.
 */
export type DraftSaved =
  | { readonly status: "saved"; readonly version: string; readonly savedAt: Date }
  | { readonly status: "conflict"; readonly theirs: Draft }
  | { readonly status: "published" };

// Our figure: what nobody finds again is no draft.
const mostDrafts = 50;

const storedPoll = z
  .object({
    question: z.string(),
    choices: z.array(z.string()),
    multiple: z.boolean(),
    closesAt: z.coerce.date().nullable(),
  })
  .nullable()
  .catch(null);

/** A kept row as the writer knows it; what no longer fits falls back to what a new draft has. */
export function draftOf({ id, savedAt, version, ...row }: DraftRow): Draft {
  const { content, publishAt, section } = row;
  const fallback = {
    content,
    section,
    publishAt,
    tokenTag: null,
    visibility: "private",
    poll: null,
  };
  const parsed = DraftContent.safeParse({ ...row, poll: storedPoll.parse(row.poll) });
  return { id, version, savedAt, data: parsed.data ?? DraftContent.parse(fallback) };
}

/**
 * Saves what is typed over the version that the writer had. Never writes over another device's text:
 * that is given back as a conflict. Sent twice, it saves once.
 */
export async function saveDraft(ctx: MemberContext, input: SaveDraft): Promise<DraftSaved> {
  const { db, viewer, brand } = ctx;
  const { base, data, id } = input;
  if (base !== null) {
    const saved = await updateDraft(db, { ...data, id, base });
    if (saved) {
      return { status: "saved", ...saved };
    }
  }
  const theirs = await findDraft(db, id);
  if (theirs) {
    const draft = draftOf(theirs);
    // The same text from a repeated request is no conflict.
    return isDeepStrictEqual(draft.data, data)
      ? { status: "saved", version: draft.version, savedAt: draft.savedAt }
      : { status: "conflict", theirs: draft };
  }
  const { kept, published } = await findDraftRoom(db, id);
  if (published) {
    return { status: "published" };
  }
  if (kept >= mostDrafts) {
    throw new LimitReached(
      "too_many_drafts",
      `You keep ${mostDrafts} drafts. Let go of one first.`,
    );
  }
  const fresh = await insertDraft(db, { ...data, id, userId: viewer.id, platform: brand.slug });
  if (!fresh) {
    throw new Conflict("id_taken", "This draft cannot be kept under this number. Start a new one.");
  }
  return { status: "saved", ...fresh };
}
