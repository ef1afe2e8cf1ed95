import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** What somebody follows in a forum. */
export interface LevelRow {
  readonly scope: string;
  readonly key: string;
  readonly level: string;
}

/** What the member chose for the tags and sections of a forum. */
export async function listLevels(db: Db, platform: string): Promise<LevelRow[]> {
  return db
    .selectFrom("topic_subscriptions")
    .select(["scope", "scope_key as key", "level"])
    .where(sql<boolean>`user_id = (select auth.uid())`)
    .where("platform", "=", platform)
    .where("scope", "in", ["tag", "section"])
    .orderBy("scope")
    .orderBy("scope_key")
    .limit(200)
    .execute();
}

/** Sets how closely the member follows something. */
export async function upsertLevel(
  db: Db,
  choice: LevelRow & { readonly userId: string; readonly platform: string },
): Promise<void> {
  const { key, level, platform, scope, userId } = choice;
  await db
    .insertInto("topic_subscriptions")
    .values({ user_id: userId, platform, scope, scope_key: key, level })
    .onConflict((conflict) =>
      conflict.columns(["user_id", "platform", "scope", "scope_key"]).doUpdateSet({ level }),
    )
    .execute();
}

/** Members who are to hear of something, by how closely they follow it. */
export interface FollowerRow {
  readonly userId: string;
  /** Where the level comes from: topic, tag or section. */
  readonly scope: string;
  readonly level: string;
}

/**
 * Everybody who chose a level that counts for this topic, with the one that holds: the topic's own
 * before its tags' before its section's, the closest tag first. Needs the service's rights.
 */
export async function listFollowers(db: Db, topicId: string): Promise<FollowerRow[]> {
  const { rows } = await sql<FollowerRow>`
    select distinct on (s.user_id) s.user_id as "userId", s.scope, s.level
    from discussion_topics t
    join topic_subscriptions s on s.platform = t.tenant_slug
      and (s.scope, s.scope_key) in (
        select 'topic', t.id::text union all select 'section', t.category union all select 'tag', unnest(t.tags))
    where t.id = ${topicId}::uuid
    order by s.user_id, array_position(array['topic', 'tag', 'section'], s.scope),
      array_position(array['watch', 'watch_first', 'track', 'normal', 'mute'], s.level)`.execute(
    db,
  );
  return rows;
}

/** Notes that the member has read a topic up to a moment; never moves back or into the future. */
export async function upsertTopicRead(
  db: Db,
  read: { readonly userId: string; readonly topicId: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into topic_reads as r (user_id, topic_id, last_read_at)
    values (${read.userId}::uuid, ${read.topicId}::uuid, least(${read.at}::timestamptz, now()))
    on conflict (user_id, topic_id) do update set last_read_at = greatest(r.last_read_at, excluded.last_read_at)`.execute(
    db,
  );
}

/** Marks everything in a forum as read, and keeps the mark before for taking it back. */
export async function upsertForumMark(db: Db, userId: string, platform: string): Promise<void> {
  await sql`
    insert into forum_marks as m (user_id, platform, read_before, previous)
    values (${userId}::uuid, ${platform}, now(), null)
    on conflict (user_id, platform) do update set read_before = excluded.read_before, previous = m.read_before`.execute(
    db,
  );
}

/** Takes the last marking back; without an earlier one everything of the last two weeks is new again. */
export async function revertForumMark(db: Db, platform: string): Promise<void> {
  await sql`
    update forum_marks set read_before = coalesce(previous, now() - interval '14 days'), previous = null
    where user_id = (select auth.uid()) and platform = ${platform}`.execute(db);
}
