import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import { type PostRow, postCards } from "./posts.ts";

/** Place in a ranked list: the moment that it was ranked for, then score and id. */
export interface RankPlace {
  /** Postgres' text of the moment; the same on every page of one list. */
  readonly asOf: string;
  readonly score: string;
  readonly id: string;
}

/** A post with the reason that placed it. */
export interface RankedPost extends PostRow {
  readonly score: string;
  readonly asOf: string;
  /** What weighed most. */
  readonly reason: "followed" | "token" | "talked_about" | "fresh";
}

// Our figures. A followed author weighs as much as being half a day fresher than the rest.
const followedWeight = 3;
const freshWeight = 6;
const freshHours = 36;
const candidates = 400;

/**
 * Posts of the last 30 days ranked for the member, in one statement. Score: 3 for an author whom
 * they follow, up to 3 for a token that they liked, reacted to or commented on since the last reset
 * (at most 90 days), half the logarithm of the engagement, and up to 6 that fade with age.
 */
export async function listForYou(
  db: Db,
  filter: {
    readonly userId: string;
    /** The app whose reset counts. */
    readonly app: string;
    readonly platform?: string | undefined;
    readonly tokenTag?: string | undefined;
    readonly section?: string | undefined;
    readonly after?: RankPlace | undefined;
    readonly limit: number;
  },
): Promise<RankedPost[]> {
  const { after, platform, section, tokenTag, userId } = filter;
  const asOf = after
    ? sql<string>`${after.asOf}::timestamptz`
    : sql<string>`date_trunc('milliseconds', now())`;
  // Resetting writes the choice anew: its last change is where the taste begins.
  const since = sql`greatest(now() - interval '90 days', (select s.updated_at from platform_state s
    where s.user_id = ${userId}::uuid and s.platform = ${filter.app} and s.key = 'community.for-you'))`;
  const ranked = sql<{
    id: string;
    score: string;
    as_of: string;
    reason: RankedPost["reason"];
  }>`(
    with tastes as (
      select t.token_tag, least(3, ln(1 + count(*)))::numeric as weight
      from (
        select l.post_id from post_likes l where l.user_id = ${userId}::uuid and l.created_at >= ${since}
        union all
        select r.post_id from post_reactions r where r.user_id = ${userId}::uuid and r.created_at >= ${since}
        union all
        select k.post_id from post_comments k where k.author_id = ${userId}::uuid and k.created_at >= ${since}
      ) e join posts t on t.id = e.post_id
      where t.token_tag is not null and t.author_id is distinct from ${userId}::uuid
      group by t.token_tag
    ), pool as (
      select x.id, x.token_tag,
        case when exists (select from user_connections f where f.user_id = ${userId}::uuid
          and f.connected_user_id = x.author_id and f.status = 'active') then ${followedWeight}::numeric else 0 end as followed,
        (ln(1 + x.engagement_count) / 2)::numeric as talked,
        (${freshWeight} * exp(-extract(epoch from ${asOf} - x.created_at) / (3600.0 * ${freshHours})))::numeric as fresh
      from posts x
      where x.deleted_at is null and (x.publish_at is null or x.publish_at <= now()) and not x.is_pinned
        and x.author_id is distinct from ${userId}::uuid
        and x.created_at <= ${asOf} and x.created_at > ${asOf} - interval '30 days'
        and (${platform ?? null}::text is null or x.platform = ${platform ?? null}::text)
        and (${tokenTag ?? null}::text is null or x.token_tag = ${tokenTag ?? null}::text)
        and (${section ?? null}::text is null or x.section = ${section ?? null}::text)
      order by x.created_at desc limit ${candidates}
    )
    select o.id, round(o.followed + coalesce(g.weight, 0) + o.talked + o.fresh, 6) as score, ${asOf} as as_of,
      case
        when o.followed > 0 then 'followed'
        when coalesce(g.weight, 0) >= greatest(o.talked, 0.5) then 'token'
        when o.talked >= 1 then 'talked_about'
        else 'fresh' end as reason
    from pool o left join tastes g on g.token_tag = o.token_tag
  )`;
  let query = postCards(db)
    .innerJoin(ranked.as("o"), (join) => join.onRef("o.id", "=", "p.id"))
    .select([
      sql<string>`o.score::text`.as("score"),
      sql<string>`o.as_of::text`.as("asOf"),
      sql<RankedPost["reason"]>`o.reason`.as("reason"),
    ])
    .orderBy(sql`o.score`, "desc")
    .orderBy("p.id", "desc")
    .limit(filter.limit);
  if (after) {
    query = query.where(
      sql<boolean>`(o.score, p.id) < (${after.score}::numeric, ${after.id}::uuid)`,
    );
  }
  return query.execute();
}
