import type { EntryPlace } from "@neothink/db/tokens/entries";
import { z } from "zod";
import { Invalid } from "../core/errors.ts";

const timestampText = /^\d{4,6}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2}){0,2}$/;
const pair = z.tuple([z.string().regex(timestampText), z.string().regex(/^[1-9]\d{0,17}$/)]);

/**
 * The place in the ledger that a cursor of `toPage` names.
 * @throws Invalid when the text is none of ours.
 */
export function entryPlace(cursor: string | null | undefined): EntryPlace | undefined {
  if (!cursor) {
    return undefined;
  }
  const found = pair.safeParse(parsed(cursor));
  if (!found.success) {
    throw new Invalid("bad_cursor", "This place in the list is not known. Load it from the top.");
  }
  return { at: found.data[0], id: found.data[1] };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
