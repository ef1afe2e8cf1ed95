import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** Kinds of the index that members search so far. */
export type HitType = "post" | "discussion_topic";

/** What is asked for, taken apart. Empty lists ask for nothing; null means "any". */
export interface HitFilter {
  readonly words: readonly string[];
  readonly phrases: readonly string[];
  readonly without: readonly string[];
  /** The last word may be the beginning of one. */
  readonly typing: boolean;
  readonly authors: readonly string[] | null;
  readonly tags: readonly string[] | null;
  readonly platforms: readonly string[] | null;
  readonly sections: readonly string[] | null;
  readonly types: readonly HitType[];
  readonly since: Date | null;
  readonly before: Date | null;
}

/** Place in a list of hits: the moment that freshness was reckoned at, and rank and id of the last hit. */
export interface HitPlace {
  /** Postgres' own text of the timestamp. */
  readonly rankedAt: string;
  readonly rank: number;
  readonly id: string;
}

/** One hit; matches in `title` and `excerpt` stand between U+E000 and U+E001. */
export interface HitRow {
  readonly id: string;
  readonly type: string;
  readonly contentId: string;
  readonly title: string | null;
  readonly excerpt: string;
  readonly authorId: string | null;
  /** Null when there is no author, or one whose card the viewer may not see. */
  readonly authorName: string | null;
  readonly authorAvatarUrl: string | null;
  readonly platform: string | null;
  readonly audience: string;
  readonly section: string | null;
  readonly token: string | null;
  readonly publishedAt: Date;
  readonly rank: number;
  readonly rankedAt: string;
}

/** Hits that the caller may see, best first; at most 51. */
export async function listHits(
  db: Db,
  filter: HitFilter,
  { limit, after }: { limit: number; after: HitPlace | null },
): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    select h.id, h.content_type as type, h.content_id as "contentId", h.title, h.excerpt,
      h.author_id as "authorId", c.full_name as "authorName", c.avatar_url as "authorAvatarUrl",
      h.platform, h.audience, h.metadata ->> 'section' as section, h.metadata ->> 'token' as token,
      h.published_at as "publishedAt", h.rank, h.ranked_at::text as "rankedAt"
    from app.search_things(
      ${filter.words}::text[], ${filter.phrases}::text[], ${filter.without}::text[],
      ${filter.typing}::boolean, ${filter.authors}::uuid[], ${filter.tags}::text[],
      ${filter.platforms}::text[], ${filter.sections}::text[], ${filter.types}::text[],
      ${filter.since}::timestamptz, ${filter.before}::timestamptz,
      ${after?.rankedAt ?? null}::timestamptz, ${limit}::integer,
      ${after?.rank ?? null}::double precision, ${after?.id ?? null}::uuid) h
    -- One by one through the key: the planner cannot know how few hits there are.
    left join lateral (
      select m.full_name, m.avatar_url from member_cards m where m.id = h.author_id limit 1
    ) c on true
    order by h.rank desc, h.id desc`.execute(db);
  return rows;
}

/** How many hits of each kind the caller may see, counted up to `most`. */
export async function countHits(
  db: Db,
  filter: HitFilter,
  most: number,
): Promise<Record<HitType, number>> {
  const { rows } = await sql<{ type: string; hits: number }>`
    select content_type as type, hits::integer as hits from app.search_counts(
      ${filter.words}::text[], ${filter.phrases}::text[], ${filter.without}::text[],
      ${filter.typing}::boolean, ${filter.authors}::uuid[], ${filter.tags}::text[],
      ${filter.platforms}::text[], ${filter.sections}::text[], ${filter.types}::text[],
      ${filter.since}::timestamptz, ${filter.before}::timestamptz, ${most}::integer)`.execute(db);
  const of = (type: HitType): number => rows.find((row) => row.type === type)?.hits ?? 0;
  return { post: of("post"), discussion_topic: of("discussion_topic") };
}
