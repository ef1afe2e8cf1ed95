import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

export interface NewTopic {
  /** Made by the client, so that sending twice writes once. */
  readonly id: string;
  readonly authorId: string;
  readonly platform: string;
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly relatedConcepts: readonly string[];
  readonly isPublic: boolean;
}

/** Opens a topic; false when its id is taken already. */
export async function insertTopic(db: Db, topic: NewTopic): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("discussion_topics")
    .values({
      id: topic.id,
      title: topic.title,
      description: topic.description,
      created_by: topic.authorId,
      tenant_slug: topic.platform,
      category: topic.category,
      tags: [...topic.tags],
      related_concepts: [...topic.relatedConcepts],
      is_public: topic.isPublic,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export interface TopicChange {
  readonly title?: string;
  readonly description?: string;
  readonly category?: string;
  readonly tags?: readonly string[];
  readonly relatedConcepts?: readonly string[];
  readonly isPublic?: boolean;
  readonly status?: "active" | "answered" | "closed" | "archived";
  readonly pinned?: boolean;
  readonly acceptedPostId?: string | null;
}

/** Changes what is named of a topic. */
export async function updateTopic(db: Db, id: string, change: TopicChange): Promise<void> {
  const { acceptedPostId, category, description, isPublic, pinned, relatedConcepts } = change;
  await db
    .updateTable("discussion_topics")
    .set({
      ...(change.title === undefined ? {} : { title: change.title }),
      ...(description === undefined ? {} : { description }),
      ...(category === undefined ? {} : { category }),
      ...(change.tags === undefined ? {} : { tags: [...change.tags] }),
      ...(relatedConcepts === undefined ? {} : { related_concepts: [...relatedConcepts] }),
      ...(isPublic === undefined ? {} : { is_public: isPublic }),
      ...(change.status === undefined ? {} : { status: change.status }),
      ...(pinned === undefined ? {} : { is_pinned: pinned }),
      ...(acceptedPostId === undefined ? {} : { accepted_post_id: acceptedPostId }),
    })
    .where("id", "=", id)
    .execute();
}

/** Takes a topic out of every list, until it is restored. */
export async function deleteTopic(db: Db, id: string): Promise<void> {
  await db
    .updateTable("discussion_topics")
    .set({ deleted_at: sql<Date>`now()` })
    .where("id", "=", id)
    .execute();
}

/** Brings a removed topic back. */
export async function restoreTopic(db: Db, id: string): Promise<void> {
  await db
    .updateTable("discussion_topics")
    .set({ deleted_at: null })
    .where("id", "=", id)
    .execute();
}

/** What the member may do in a forum, and how much they wrote there lately. */
export interface ForumRights {
  /** May enter the platform, and so write there. */
  readonly entered: boolean;
  readonly moderator: boolean;
  /** Topics within the last hour, removed ones included. */
  readonly topicsLastHour: number;
  readonly answersLastHour: number;
  /** How answers are shown; null until the member chose. */
  readonly view: string | null;
}

/** Reads what the member may do in the forum of `platform`, in one statement. */
export async function findForumRights(db: Db, platform: string): Promise<ForumRights> {
  const { rows } = await sql<ForumRights>`
    select app.has_platform(${platform}) as entered, app.is_moderator() as moderator,
      (select count(*)::int from discussion_topics where created_by = (select auth.uid())
        and created_at between now() - interval '1 hour' and now()) as "topicsLastHour",
      (select count(*)::int from discussion_posts where user_id = (select auth.uid())
        and created_at between now() - interval '1 hour' and now()) as "answersLastHour",
      (select value #>> '{}' from platform_state where user_id = (select auth.uid())
        and platform = ${platform} and key = 'community.forum.view') as view`.execute(db);
  const [rights] = rows;
  if (!rights) {
    throw new Error("A select without a table gave no row.");
  }
  return rights;
}

/** Titles among these that name a concept which the member may read. */
export async function listKnownConcepts(db: Db, titles: readonly string[]): Promise<string[]> {
  if (titles.length === 0) {
    return [];
  }
  const rows = await db
    .selectFrom("concepts")
    .select("title")
    .where("title", "in", [...titles])
    .execute();
  return rows.map((row) => row.title);
}

/** Titles of concepts that the member may read and that hold these words; at most 8. */
export async function listConceptTitles(db: Db, words: string): Promise<string[]> {
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db
    .selectFrom("concepts")
    .select("title")
    .distinct()
    .where("title", "ilike", pattern)
    .orderBy("title")
    .limit(8)
    .execute();
  return rows.map((row) => row.title);
}
