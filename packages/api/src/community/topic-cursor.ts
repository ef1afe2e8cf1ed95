import type { TopicPlace } from "@neothink/db/community/topics";
import { z } from "zod";

const timestampText = /^\d{4,6}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2}){0,2}$/;
const place = z.tuple([z.int32(), z.string().regex(timestampText), z.guid()]);

/** Opaque text of a place in a list of topics. */
export function encodeTopicCursor({ rank, at, id }: TopicPlace): string {
  return Buffer.from(JSON.stringify([rank, at, id])).toString("base64url");
}

/** The place that a cursor names; null when the text is none of ours. */
export function decodeTopicCursor(cursor: string): TopicPlace | null {
  try {
    const parsed = place.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    if (!parsed.success) {
      return null;
    }
    const [rank, at, id] = parsed.data;
    return { rank, at, id };
  } catch {
    return null;
  }
}
