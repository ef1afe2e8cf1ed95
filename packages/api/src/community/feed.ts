import { listForYou, type RankedPost } from "@neothink/db/community/for-you";
import { countNewerPosts, listPosts, type PostRow } from "@neothink/db/community/posts";
import { decodeCursor, encodeCursor, toPage } from "@neothink/db/core/pagination";
import { z } from "zod";
import type { MemberContext } from "../core/context.ts";
import { Invalid } from "../core/errors.ts";
import type { ListPosts, NewerPosts, PinnedPosts } from "./posts.schema.ts";

/** Why a post stands in a feed that is not plainly by time. */
export type FeedReason = RankedPost["reason"];

/** A post in the feed. */
export interface FeedPost extends PostRow {
  /** Null in the feed by time, which needs no reason. */
  readonly reason: FeedReason | null;
  /** Its place in the feed by time, for asking what is newer. */
  readonly place: string;
}

/** A page of the feed; `nextCursor` is null at the end. */
export interface FeedPage {
  readonly items: FeedPost[];
  readonly nextCursor: string | null;
}

// Posts that are kept at the top at once; more would push the feed off the first screen.
const mostPinned = 3;

function inFeed(post: PostRow, reason: FeedReason | null): FeedPost {
  return { ...post, reason, place: encodeCursor({ at: post.cursorAt, id: post.id }) };
}

function unknownPlace(): Invalid {
  return new Invalid("bad_cursor", "This place in the list is not known. Load it from the top.");
}

/** One page of the feed in the asked order, in one statement. Pinned posts stand apart. */
export async function readFeed(ctx: MemberContext, input: ListPosts): Promise<FeedPage> {
  if (input.mode === "for-you") {
    return readForYou(ctx, input);
  }
  const { cursor, limit, mode, platform, section, tokenTag } = input;
  const after = cursor ? decodeCursor(cursor) : null;
  if (cursor && !after) {
    throw unknownPlace();
  }
  const followed = mode === "following";
  const rows = await listPosts(ctx.db, {
    platform,
    section,
    tokenTag,
    followed,
    // Without a platform there is no top at which pinned posts would stand.
    pinned: platform && !followed ? false : undefined,
    after: after ?? undefined,
    limit: limit + 1,
  });
  const page = toPage(rows, limit);
  return { ...page, items: page.items.map((post) => inFeed(post, followed ? "followed" : null)) };
}

const rankPlace = z.tuple([
  z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?$/),
  z.string().regex(/^-?\d{1,10}(\.\d{1,6})?$/),
  z.guid(),
]);

async function readForYou(ctx: MemberContext, input: ListPosts): Promise<FeedPage> {
  const { cursor, limit, platform, section, tokenTag } = input;
  const rows = await listForYou(ctx.db, {
    userId: ctx.viewer.id,
    app: ctx.brand.slug,
    platform,
    section,
    tokenTag,
    after: cursor ? decodeRank(cursor) : undefined,
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = last && rows.length > limit ? encodeRank(last) : null;
  return { items: items.map((post) => inFeed(post, post.reason)), nextCursor: next };
}

function encodeRank({ asOf, score, id }: RankedPost): string {
  return Buffer.from(JSON.stringify([asOf, score, id])).toString("base64url");
}

function decodeRank(cursor: string): { asOf: string; score: string; id: string } {
  try {
    const [asOf, score, id] = rankPlace.parse(
      JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")),
    );
    return { asOf, score, id };
  } catch {
    throw unknownPlace();
  }
}

/** Posts that moderators keep at the top of a platform's feed, newest first. */
export async function readPinned(
  { db }: MemberContext,
  { platform, section, tokenTag }: PinnedPosts,
): Promise<FeedPost[]> {
  if (!platform) {
    return [];
  }
  const rows = await listPosts(db, {
    platform,
    section,
    tokenTag,
    pinned: true,
    limit: mostPinned,
  });
  return rows.map((post) => inFeed(post, null));
}

/** How many posts of others are newer than the first that is shown; 100 means "or more". */
export async function countNewer(
  { db }: MemberContext,
  { since, ...part }: NewerPosts,
): Promise<number> {
  const place = decodeCursor(since);
  if (!place) {
    throw unknownPlace();
  }
  return countNewerPosts(db, { ...part, since: place });
}
