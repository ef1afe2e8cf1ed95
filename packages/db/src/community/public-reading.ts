import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** A public post as visitors see it. */
export interface PublicPostRow {
  readonly id: string;
  /** Markdown. */
  readonly content: string;
  readonly platform: string;
  readonly section: string | null;
  readonly tokenTag: string | null;
  readonly commentCount: number;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  /** Null when the account was erased. */
  readonly authorId: string | null;
  /** Null unless the author lets everybody see their card. */
  readonly authorName: string | null;
}

export interface PublicPostFilter {
  readonly platform: string;
  readonly section?: string | undefined;
  readonly tokenTag?: string | undefined;
  /** Only what this member wrote, if everybody may see their card. */
  readonly authorId?: string | undefined;
  readonly limit: number;
}

// Said here and by the policy for visitors: whoever asks, only what everybody may read is given.
const standsForAll = sql<boolean>`p.visibility = 'public' and p.deleted_at is null
  and (p.publish_at is null or p.publish_at <= now())`;

function publicPosts(db: Db) {
  return db
    .selectFrom("posts as p")
    .leftJoin("member_cards as c", (join) =>
      join.onRef("c.id", "=", "p.author_id").on("c.public_profile", "=", true),
    )
    .select([
      "p.id",
      "p.content",
      "p.platform",
      "p.section",
      "p.token_tag as tokenTag",
      "p.comment_count as commentCount",
      "p.created_at as createdAt",
      "p.edited_at as editedAt",
      "p.author_id as authorId",
      "c.full_name as authorName",
    ])
    .where(standsForAll);
}

/** The newest public posts of a platform, in one statement. */
export async function listPublicPosts(db: Db, filter: PublicPostFilter): Promise<PublicPostRow[]> {
  let query = publicPosts(db)
    .where("p.platform", "=", filter.platform)
    .orderBy("p.created_at", "desc")
    .orderBy("p.id", "desc")
    .limit(filter.limit);
  if (filter.section !== undefined) {
    query = query.where("p.section", "=", filter.section);
  }
  if (filter.tokenTag !== undefined) {
    query = query.where("p.token_tag", "=", filter.tokenTag);
  }
  if (filter.authorId !== undefined) {
    query = query.where("c.id", "=", filter.authorId);
  }
  return query.execute();
}

/** One public post; undefined when visitors find none. */
export async function findPublicPost(db: Db, id: string): Promise<PublicPostRow | undefined> {
  return publicPosts(db).where("p.id", "=", id).executeTakeFirst();
}

/** The name of a member who lets everybody see their card; undefined for anybody else. */
export async function findPublicName(db: Db, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("member_cards")
    .select("full_name as name")
    .where("id", "=", id)
    .where("public_profile", "=", true)
    .executeTakeFirst();
  return row ? (row.name ?? "A member") : undefined;
}

/** A public topic as visitors see it. */
export interface PublicTopicRow {
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  readonly platform: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly answerCount: number;
  readonly acceptedPostId: string | null;
  readonly createdAt: Date;
  readonly lastPostAt: Date;
  readonly authorId: string | null;
  readonly authorName: string | null;
}

function publicTopics(db: Db) {
  return db
    .selectFrom("discussion_topics as t")
    .leftJoin("member_cards as c", (join) =>
      join.onRef("c.id", "=", "t.created_by").on("c.public_profile", "=", true),
    )
    .select([
      "t.id",
      "t.title",
      "t.description",
      "t.tenant_slug as platform",
      "t.category",
      "t.tags",
      "t.post_count as answerCount",
      "t.accepted_post_id as acceptedPostId",
      "t.created_at as createdAt",
      "t.last_post_at as lastPostAt",
      "t.created_by as authorId",
      "c.full_name as authorName",
    ])
    .where("t.is_public", "=", true)
    .where("t.deleted_at", "is", null);
}

/** The newest public topics of a forum, in one statement. */
export async function listPublicTopics(
  db: Db,
  filter: { readonly platform: string; readonly tag?: string | undefined; readonly limit: number },
): Promise<PublicTopicRow[]> {
  let query = publicTopics(db)
    .where("t.tenant_slug", "=", filter.platform)
    .orderBy("t.created_at", "desc")
    .orderBy("t.id", "desc")
    .limit(filter.limit);
  if (filter.tag !== undefined) {
    query = query.where(sql<boolean>`t.tags @> array[${filter.tag}]::text[]`);
  }
  return query.execute();
}

/** One public topic; undefined when visitors find none. */
export async function findPublicTopic(db: Db, id: string): Promise<PublicTopicRow | undefined> {
  return publicTopics(db).where("t.id", "=", id).executeTakeFirst();
}

/** An answer in a public topic. */
export interface PublicAnswerRow {
  readonly id: string;
  readonly content: string;
  readonly score: number;
  readonly createdAt: Date;
  readonly authorId: string | null;
  readonly authorName: string | null;
}

/** The best answers in a public topic, the accepted one first; replies are left to members. */
export async function listPublicAnswers(
  db: Db,
  topicId: string,
  limit: number,
): Promise<PublicAnswerRow[]> {
  const { rows } = await sql<PublicAnswerRow>`
    select a.id, a.content, a.upvotes - a.downvotes as score, a.created_at as "createdAt",
      a.user_id as "authorId", c.full_name as "authorName"
    from discussion_topics t
    join discussion_posts a on a.topic_id = t.id and a.deleted_at is null and a.parent_post_id is null
    left join member_cards c on c.id = a.user_id and c.public_profile
    where t.id = ${topicId}::uuid and t.is_public and t.deleted_at is null
    order by (a.id = t.accepted_post_id) is true desc, score desc, a.created_at, a.id
    limit ${limit}`.execute(db);
  return rows;
}
