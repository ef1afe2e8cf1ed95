import { type RawBuilder, sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** One topic of the forum as its reader sees it in a list. */
export interface TopicRow {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly status: string;
  readonly platform: string;
  readonly pinned: boolean;
  /** Visitors may read it. */
  readonly isPublic: boolean;
  readonly acceptedPostId: string | null;
  readonly answerCount: number;
  /** Votes for less votes against the answers that stand. */
  readonly score: number;
  readonly createdAt: Date;
  readonly lastPostAt: Date;
  /** Null when the account was erased. */
  readonly authorId: string | null;
  /** Null when the author shows no card to this reader. */
  readonly authorName: string | null;
  readonly authorAvatarUrl: string | null;
  readonly own: boolean;
  /** Never opened, and not older than what the reader marked as read. */
  readonly isNew: boolean;
  /** Answers of others since the reader was here; at most 100. Zero for a topic that is new. */
  readonly unreadCount: number;
  /** How closely the reader follows it, from the topic, its tags or its section; null when they never said. */
  readonly level: string | null;
  /** First part of the place in the list: pinned, or the score. */
  readonly cursorRank: number;
  /** Second part of the place in the list, to the microsecond. */
  readonly cursorAt: string;
}

/** One topic on its own page. */
export interface TopicDetailRow extends Omit<TopicRow, "cursorRank" | "cursorAt"> {
  /** Markdown; empty when it was removed. */
  readonly description: string;
  readonly relatedConcepts: readonly string[];
  readonly editedAt: Date;
  /** Set when it was removed: only its asker and moderators get such a row. */
  readonly deletedAt: Date | null;
  /** The reader may bring it back. */
  readonly restorable: boolean;
  /** Until when the reader had read it; null when they were never here. */
  readonly lastReadAt: Date | null;
  /** What the reader chose for this very topic; null when nothing. */
  readonly ownLevel: string | null;
}

export const topicSorts = ["latest", "new", "top", "unanswered"] as const;
export type TopicSort = (typeof topicSorts)[number];

/** Place in a list of topics. */
export interface TopicPlace {
  readonly rank: number;
  /** Postgres' own text of the timestamp. */
  readonly at: string;
  readonly id: string;
}

export interface TopicFilter {
  readonly platform: string;
  readonly sort: TopicSort;
  readonly category?: string | undefined;
  readonly tag?: string | undefined;
  readonly state?: "open" | "solved" | "closed" | undefined;
  /** Only what is new or has new answers. */
  readonly unread?: boolean | undefined;
  /** Only what the reader opened. */
  readonly own?: boolean | undefined;
  /** What the reader muted comes along. */
  readonly muted?: boolean | undefined;
  readonly after?: TopicPlace | undefined;
  readonly limit: number;
}

const rankOf: Readonly<Record<TopicSort, RawBuilder<number>>> = {
  latest: sql<number>`t.is_pinned::int`,
  new: sql<number>`0::int`,
  top: sql<number>`t.vote_score`,
  unanswered: sql<number>`0::int`,
};

/** The reader's level: the topic's own before that of its tags before that of its section; the closest tag wins. */
const level = sql<string | null>`(
  select s.level from topic_subscriptions s
  where s.user_id = (select auth.uid()) and s.platform = t.tenant_slug
    and ((s.scope = 'topic' and s.scope_key = t.id::text) or (s.scope = 'tag' and s.scope_key = any (t.tags))
      or (s.scope = 'section' and s.scope_key = t.category))
  order by array_position(array['topic', 'tag', 'section'], s.scope),
    array_position(array['watch', 'watch_first', 'track', 'normal', 'mute'], s.level)
  limit 1)`;

// Our figure: to somebody who never marked anything, two weeks of topics are news.
const newDays = sql`interval '14 days'`;

/** Until when everything counts as read; for somebody without a mark, two weeks ago. */
const readBefore = sql`coalesce((select m.read_before from forum_marks m
  where m.user_id = (select auth.uid()) and m.platform = t.tenant_slug), now() - ${newDays})`;

const lastRead = sql<Date | null>`(select r.last_read_at from topic_reads r
  where r.user_id = (select auth.uid()) and r.topic_id = t.id)`;

function topicCards(db: Db) {
  return db
    .selectFrom("discussion_topics as t")
    .leftJoin("member_cards as c", "c.id", "t.created_by")
    .select([
      "t.id",
      "t.title",
      "t.category",
      "t.tags",
      "t.status",
      "t.tenant_slug as platform",
      "t.is_pinned as pinned",
      "t.is_public as isPublic",
      "t.accepted_post_id as acceptedPostId",
      "t.post_count as answerCount",
      "t.vote_score as score",
      "t.created_at as createdAt",
      "t.last_post_at as lastPostAt",
      "t.created_by as authorId",
      "c.full_name as authorName",
      "c.avatar_url as authorAvatarUrl",
      sql<boolean>`(t.created_by = (select auth.uid())) is true`.as("own"),
      sql<boolean>`(${lastRead} is null and t.created_at > ${readBefore}
        and t.created_by is distinct from (select auth.uid()))`.as("isNew"),
      sql<number>`case when ${lastRead} is null and t.created_by is distinct from (select auth.uid()) then 0 else (
        select count(*)::int from (select from discussion_posts p where p.topic_id = t.id and p.deleted_at is null
          and p.user_id is distinct from (select auth.uid())
          and p.created_at > greatest(${lastRead}, ${readBefore}) limit 100) as fresh) end`.as(
        "unreadCount",
      ),
      level.as("level"),
    ]);
}

/** One page of the topics of a forum in one statement; the pinned ones first when sorted by the latest answer. */
export async function listTopics(db: Db, filter: TopicFilter): Promise<TopicRow[]> {
  const { after, category, limit, platform, sort, state, tag } = filter;
  const rank = rankOf[sort];
  const at = sort === "latest" ? sql<Date>`t.last_post_at` : sql<Date>`t.created_at`;
  let query = topicCards(db)
    .select([rank.as("cursorRank"), sql<string>`${at}::text`.as("cursorAt")])
    .where("t.tenant_slug", "=", platform)
    .where("t.deleted_at", "is", null)
    .orderBy(sql`${rank} desc, ${at} desc, t.id desc`)
    .limit(limit);
  if (category !== undefined) {
    query = query.where("t.category", "=", category);
  }
  if (tag !== undefined) {
    query = query.where(sql<boolean>`t.tags @> array[${tag}]::text[]`);
  }
  if (state !== undefined) {
    query = query.where(stateCondition[state]);
  }
  if (sort === "unanswered") {
    query = query.where("t.post_count", "=", 0);
  }
  if (filter.own) {
    query = query.where(sql<boolean>`t.created_by = (select auth.uid())`);
  }
  if (filter.unread) {
    query = query.where(unread);
  }
  if (!filter.muted && !filter.own) {
    query = query.where(sql<boolean>`${level} is distinct from 'mute'`);
  }
  if (after !== undefined) {
    query = query.where(
      sql<boolean>`(${rank}, ${at}, t.id) < (${after.rank}::int, ${after.at}::timestamptz, ${after.id}::uuid)`,
    );
  }
  return query.execute();
}

const stateCondition = {
  open: sql<boolean>`t.accepted_post_id is null and t.status in ('active', 'answered')`,
  solved: sql<boolean>`t.accepted_post_id is not null`,
  closed: sql<boolean>`t.status in ('closed', 'archived')`,
} as const;

const unread = sql<boolean>`case
  when ${lastRead} is null and t.created_by is distinct from (select auth.uid()) then t.created_at > ${readBefore}
  else t.last_post_at > greatest(${lastRead}, ${readBefore}) and exists (
    select from discussion_posts p where p.topic_id = t.id and p.deleted_at is null
      and p.user_id is distinct from (select auth.uid())
      and p.created_at > greatest(${lastRead}, ${readBefore})) end`;

/** One topic that the member may read, a removed one only for its asker and moderators; undefined when there is none. */
export async function findTopic(db: Db, id: string): Promise<TopicDetailRow | undefined> {
  return topicCards(db)
    .select([
      sql<string>`case when t.deleted_at is null then t.description else '' end`.as("description"),
      "t.related_concepts as relatedConcepts",
      "t.updated_at as editedAt",
      "t.deleted_at as deletedAt",
      sql<boolean>`t.deleted_at is not null
        and (t.deleted_by = (select auth.uid()) or (select app.is_moderator()))`.as("restorable"),
      sql<Date | null>`greatest(${lastRead}, (select m.read_before from forum_marks m
        where m.user_id = (select auth.uid()) and m.platform = t.tenant_slug))`.as("lastReadAt"),
      sql<
        string | null
      >`(select s.level from topic_subscriptions s where s.user_id = (select auth.uid())
        and s.platform = t.tenant_slug and s.scope = 'topic' and s.scope_key = t.id::text)`.as(
        "ownLevel",
      ),
    ])
    .where("t.id", "=", id)
    .executeTakeFirst();
}

/** A topic in a short list. */
export interface TopicLinkRow {
  readonly id: string;
  readonly title: string;
  readonly answerCount: number;
  readonly solved: boolean;
}

/** Topics of the same forum that share the most tags with this one, then those of its shelf; at most 5. */
export async function listRelatedTopics(db: Db, id: string): Promise<TopicLinkRow[]> {
  const { rows } = await sql<TopicLinkRow>`
    select o.id, o.title, o.post_count as "answerCount", o.accepted_post_id is not null as solved
    from discussion_topics t
    join discussion_topics o on o.tenant_slug = t.tenant_slug and o.id <> t.id and o.deleted_at is null
      and (o.tags && t.tags or o.category = t.category)
    where t.id = ${id}::uuid
    order by (select count(*) from unnest(o.tags) g where g = any (t.tags)) desc, o.vote_score desc, o.last_post_at desc, o.id
    limit 5`.execute(db);
  return rows;
}

/** A tag with the number of topics that carry it. */
export interface TagRow {
  readonly tag: string;
  readonly count: number;
}

/** The most used tags of a forum, at most 30. */
export async function listForumTags(db: Db, platform: string): Promise<TagRow[]> {
  const { rows } = await sql<TagRow>`
    select g.tag, count(*)::int as count
    from discussion_topics t, unnest(t.tags) as g (tag)
    where t.tenant_slug = ${platform} and t.deleted_at is null
    group by g.tag order by count(*) desc, g.tag limit 30`.execute(db);
  return rows;
}

/** What rules need to know of a topic, whether it stands or was removed. */
export interface TopicState {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly authorId: string | null;
  readonly platform: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly status: string;
  readonly pinned: boolean;
  readonly isPublic: boolean;
  readonly answerCount: number;
  readonly acceptedPostId: string | null;
  readonly deletedAt: Date | null;
  readonly deletedBy: string | null;
}

/** Locks a topic that the member may change until the transaction ends; undefined when there is none. */
export async function lockTopic(db: Db, id: string): Promise<TopicState | undefined> {
  return db
    .selectFrom("discussion_topics")
    .select([
      "id",
      "title",
      "description",
      "created_by as authorId",
      "tenant_slug as platform",
      "category",
      "tags",
      "status",
      "is_pinned as pinned",
      "is_public as isPublic",
      "post_count as answerCount",
      "accepted_post_id as acceptedPostId",
      "deleted_at as deletedAt",
      "deleted_by as deletedBy",
    ])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}
