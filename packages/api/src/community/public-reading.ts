import {
  listMapPart,
  listMapStarts,
  type MapRow,
  mapKinds,
} from "@neothink/db/community/public-map";
import {
  findPublicName,
  findPublicPost,
  findPublicTopic,
  listPublicAnswers,
  listPublicPosts,
  type PublicAnswerRow,
  type PublicPostRow,
  type PublicTopicRow,
} from "@neothink/db/community/public-reading";
import { decodeCursor, encodeCursor } from "@neothink/db/core/pagination";
import type { Context } from "../core/context.ts";
import { Invalid, NotFound } from "../core/errors.ts";
import {
  type ListPublicPosts,
  mapPartSize,
  newsSize,
  publicAnswers,
  type ReadMapPart,
} from "./public.schema.ts";

/** One post that everybody may read. */
export async function readPublicPost({ db }: Context, id: string): Promise<PublicPostRow> {
  const post = await findPublicPost(db, id);
  if (!post) {
    throw new NotFound("post_not_found", "There is no public post here.");
  }
  return post;
}

/** The newest public posts of this app, and of whom if they are one member's. */
export async function readPublicPosts(
  { brand, db }: Context,
  input: ListPublicPosts,
): Promise<{ readonly posts: PublicPostRow[]; readonly author: string | null }> {
  const { authorId } = input;
  const author = authorId === undefined ? null : await findPublicName(db, authorId);
  if (author === undefined) {
    throw new NotFound("member_not_found", "There is no public member here.");
  }
  const posts = await listPublicPosts(db, { ...input, platform: brand.slug, limit: newsSize });
  return { posts, author };
}

/** One topic that everybody may read, with its best answers. */
export async function readPublicTopic(
  { db }: Context,
  id: string,
): Promise<{ readonly topic: PublicTopicRow; readonly answers: PublicAnswerRow[] }> {
  const topic = await findPublicTopic(db, id);
  if (!topic) {
    throw new NotFound("topic_not_found", "There is no public topic here.");
  }
  return { topic, answers: await listPublicAnswers(db, id, publicAnswers) };
}

/** A part of the map of this app's site. */
export interface MapPart {
  readonly kind: (typeof mapKinds)[number];
  /** Opaque place where it begins. */
  readonly start: string;
}

/** The parts of the map of this app's site. */
export async function readMap({ brand, db }: Context): Promise<MapPart[]> {
  const parts: MapPart[] = [];
  for (const kind of mapKinds) {
    const starts = await listMapStarts(db, { kind, platform: brand.slug, size: mapPartSize });
    parts.push(...starts.map((place) => ({ kind, start: encodeCursor(place) })));
  }
  return parts;
}

/** The entries of one part of the map. */
export async function readMapPart(
  { brand, db }: Context,
  { kind, start }: ReadMapPart,
): Promise<MapRow[]> {
  const from = decodeCursor(start);
  if (!from) {
    throw new Invalid("bad_cursor", "The map has no such part.");
  }
  return listMapPart(db, { kind, platform: brand.slug, from, size: mapPartSize });
}
