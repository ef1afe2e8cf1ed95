import { asSystem, type Db, inTransaction } from "@neothink/db/core/identity";
import type { HitFilter, HitPlace, HitRow, HitType } from "@neothink/db/search/hits";
import { countHits, listHits } from "@neothink/db/search/hits";
import { listMembersNamed, listWritersNamed } from "@neothink/db/search/members";
import { listLikeWords } from "@neothink/db/search/words";
import type { MemberContext } from "../core/context.ts";
import { Invalid } from "../core/errors.ts";
import { decodeHitCursor, encodeHitCursor } from "./cursor.ts";
import { type Hit, hitOfMember, hitOfRow } from "./hits.ts";
import { likelyWords } from "./likely-word.ts";
import type { ParsedQuery } from "./query-language.ts";
import { asksNothing, formatQuery, momentOf, parseQuery } from "./query-language.ts";
import { countedHits, type HitKind, hitKinds, type SearchQuery } from "./search.schema.ts";

/** How many hits there are of each kind, counted up to `countedHits`. */
export type HitCounts = Readonly<Record<HitKind, number>>;

/** A shorter search that finds something. */
export interface ShorterSearch {
  readonly q: string;
  readonly dropped: string;
  readonly hits: number;
}

/** One page of what was found, and what to do when it is nothing. */
export interface Found {
  readonly hits: Hit[];
  readonly nextCursor: string | null;
  /** Null on later pages. */
  readonly counts: HitCounts | null;
  /** The search that was made instead, when nothing was found but a typing slip could be mended. */
  readonly corrected: string | null;
  /** Searches with one word less that find something. */
  readonly shorter: ShorterSearch[];
  /** Operators whose value fits not. */
  readonly misread: readonly string[];
}

const types: Readonly<Record<Exclude<HitKind, "member">, HitType>> = {
  post: "post",
  topic: "discussion_topic",
};
/** Members above the posts, while every kind is shown. */
const membersAbove = 3;
const mostMembers = 50;
const mostShorter = 3;
const noCounts: HitCounts = { post: 0, topic: 0, member: 0 };

/** Looks for what the viewer may see; on the first page also mends slips and offers shorter searches. */
export async function find(ctx: MemberContext, input: SearchQuery): Promise<Found> {
  const after = input.cursor ? decodeHitCursor(input.cursor) : null;
  if (input.cursor && !after) {
    throw new Invalid("bad_cursor", "This place in the list is not known. Search again.");
  }
  const query = parseQuery(input.q);
  const nothing = { hits: [], nextCursor: null, counts: noCounts, corrected: null, shorter: [] };
  if (asksNothing(query)) {
    return { ...nothing, misread: query.misread };
  }
  const page = await look(ctx, query, { kind: input.kind ?? null, limit: input.limit, after });
  if (page.hits.length > 0 || after || total(page.counts) > 0) {
    return { ...page, corrected: null, shorter: [], misread: query.misread };
  }
  return { ...(await rescue(ctx, query, input)), misread: query.misread };
}

interface Look {
  readonly kind: HitKind | null;
  readonly limit: number;
  readonly after: HitPlace | null;
}

type FoundPage = Pick<Found, "hits" | "nextCursor" | "counts">;

async function look(ctx: MemberContext, query: ParsedQuery, options: Look): Promise<FoundPage> {
  const { db, viewer } = ctx;
  const { kind, limit, after } = options;
  const wanted = query.kinds.length === 0 ? hitKinds : query.kinds;
  const authors = await authorsOf(db, viewer.id, query.from);
  const shown = (one: HitKind): boolean => (kind === null || kind === one) && wanted.includes(one);
  const [rows, counts, members] = await Promise.all([
    listHits(db, filterOf(query, authors, typesOf(shown)), { limit: limit + 1, after }),
    after
      ? null
      : countHits(
          db,
          filterOf(
            query,
            authors,
            typesOf((one) => wanted.includes(one)),
          ),
          countedHits,
        ),
    after || !wanted.includes("member") ? [] : findMembers(db, query),
  ]);
  const posts = rows.slice(0, limit);
  const above = members.slice(0, kind === "member" ? mostMembers : membersAbove);
  return {
    hits: [...(shown("member") ? above.map(hitOfMember) : []), ...posts.map(hitOfRow)],
    nextCursor: rows.length > limit ? cursorAfter(posts) : null,
    counts: counts && {
      post: counts.post,
      topic: counts.discussion_topic,
      member: members.length,
    },
  };
}

function typesOf(shown: (kind: HitKind) => boolean): HitType[] {
  return (["post", "topic"] as const).filter(shown).map((kind) => types[kind]);
}

function cursorAfter(rows: readonly HitRow[]): string | null {
  const last = rows.at(-1);
  return last ? encodeHitCursor({ rankedAt: last.rankedAt, rank: last.rank, id: last.id }) : null;
}

function filterOf(
  query: ParsedQuery,
  authors: readonly string[] | null,
  wanted: readonly HitType[],
): HitFilter {
  const { words, phrases, without, typing, tags, platforms, sections, since, before } = query;
  const some = <Value>(list: readonly Value[]): readonly Value[] | null =>
    list.length === 0 ? null : list;
  return {
    words,
    phrases,
    without,
    typing,
    authors,
    tags: some(tags),
    platforms: some(platforms),
    sections: some(sections),
    types: wanted,
    since: since === null ? null : momentOf(since),
    before: before === null ? null : momentOf(before),
  };
}

/** Ids of the writers that `from:` names; null when it names none. */
async function authorsOf(
  db: Db,
  viewerId: string,
  names: readonly string[],
): Promise<string[] | null> {
  if (names.length === 0) {
    return null;
  }
  const found = await Promise.all(
    names.filter((name) => name.toLowerCase() !== "me").map((name) => listWritersNamed(db, name)),
  );
  const own = names.some((name) => name.toLowerCase() === "me") ? [viewerId] : [];
  return [...own, ...found.flat()];
}

/** Members are looked for by name alone: a search by writer, tag or date means what was written. */
async function findMembers(db: Db, query: ParsedQuery): ReturnType<typeof listMembersNamed> {
  const { words, phrases, without, from, tags, sections, since, before, platforms } = query;
  const name = [...phrases, ...words].join(" ");
  const aboutTexts = [without, from, tags, sections].some((list) => list.length > 0);
  if (name === "" || aboutTexts || since !== null || before !== null) {
    return [];
  }
  const found = await listMembersNamed(db, { name, alike: true, limit: mostMembers });
  return platforms.length === 0
    ? found
    : found.filter((member) => platforms.some((slug) => member.platforms.includes(slug)));
}

function total(counts: HitCounts | null): number {
  return counts ? counts.post + counts.topic + counts.member : 0;
}

async function rescue(
  ctx: MemberContext,
  query: ParsedQuery,
  { kind, limit }: SearchQuery,
): Promise<Omit<Found, "misread">> {
  const options: Look = { kind: kind ?? null, limit, after: null };
  for (const mended of await mendings(ctx.db, query)) {
    const page = await look(ctx, mended, options);
    // Only what this viewer finds something with is shown: the vocabulary knows more.
    if (total(page.counts) > 0) {
      return { ...page, corrected: formatQuery(mended).trim(), shorter: [] };
    }
  }
  const shorter = await shorterSearches(ctx, query);
  return { hits: [], nextCursor: null, counts: noCounts, corrected: null, shorter };
}

/**
 * The search with other words in place of those that find nothing; at most two tries. Whether a
 * word finds something is asked as the viewer, so that a word of others' texts stays unknown.
 */
async function mendings(db: Db, query: ParsedQuery): Promise<ParsedQuery[]> {
  const known = await Promise.all(query.words.map((word) => findsSomething(db, word)));
  const blank = query.words.filter((_, index) => !known[index]);
  if (blank.length === 0) {
    return [];
  }
  const like = await inTransaction(db, (transaction) =>
    asSystem(transaction, (system) => listLikeWords(system, blank)),
  );
  const choicesOf = (asked: string): string[] =>
    blank.includes(asked)
      ? likelyWords(
          asked,
          like.filter((row) => row.asked === asked),
        )
      : [];
  const tries = [0, 1].map((place) => query.words.map((word) => choicesOf(word)[place]));
  return tries
    .filter((choices) => choices.some((choice) => choice !== undefined))
    .map((choices) => {
      const words = query.words.map((word, index) => choices[index] ?? choicesOf(word)[0] ?? word);
      return { ...query, words: [...new Set(words)], typing: false };
    });
}

async function findsSomething(db: Db, word: string): Promise<boolean> {
  const counts = await countHits(
    db,
    filterOf(
      onlyWords([word]),
      null,
      typesOf(() => true),
    ),
    1,
  );
  return counts.post + counts.discussion_topic > 0;
}

function onlyWords(words: readonly string[]): ParsedQuery {
  return { ...parseQuery(""), words };
}

async function shorterSearches(ctx: MemberContext, query: ParsedQuery): Promise<ShorterSearch[]> {
  if (query.words.length < 2) {
    return [];
  }
  const authors = await authorsOf(ctx.db, ctx.viewer.id, query.from);
  const tries = query.words.slice(0, 6).map(async (dropped): Promise<ShorterSearch> => {
    const words = query.words.filter((word) => word !== dropped);
    const without: ParsedQuery = { ...query, words, typing: false };
    const filter = filterOf(
      without,
      authors,
      typesOf(() => true),
    );
    const counts = await countHits(ctx.db, filter, countedHits);
    const hits = counts.post + counts.discussion_topic;
    return { q: formatQuery(without).trim(), dropped, hits };
  });
  const found = (await Promise.all(tries)).filter((shorter) => shorter.hits > 0);
  return found.sort((a, b) => b.hits - a.hits).slice(0, mostShorter);
}
