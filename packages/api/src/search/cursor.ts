import type { HitPlace } from "@neothink/db/search/hits";
import { z } from "zod";

const timestampText = /^\d{4,6}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2}){0,2}$/;
const place = z.tuple([z.string().regex(timestampText), z.number(), z.guid()]);

/** Opaque text of a place in a list of hits. */
export function encodeHitCursor({ rankedAt, rank, id }: HitPlace): string {
  return Buffer.from(JSON.stringify([rankedAt, rank, id])).toString("base64url");
}

/** The place that a cursor names; null when the text is none of ours. */
export function decodeHitCursor(cursor: string): HitPlace | null {
  try {
    const parsed = place.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return parsed.success
      ? { rankedAt: parsed.data[0], rank: parsed.data[1], id: parsed.data[2] }
      : null;
  } catch {
    return null;
  }
}
