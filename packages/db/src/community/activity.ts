import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { Keyset } from "../core/pagination.ts";

/** Something that a member did, as its reader sees it. */
export interface ActivityRow {
  readonly id: string;
  readonly memberId: string;
  readonly memberName: string | null;
  readonly memberAvatarUrl: string | null;
  readonly own: boolean;
  /** What was done: post, topic, answer_accepted, badge, challenge, joined. */
  readonly kind: string;
  readonly platform: string;
  readonly contentId: string | null;
  /** Topic of an accepted answer. */
  readonly parentId: string | null;
  /** Beginning of the text, title or name; null for joining. */
  readonly text: string | null;
  readonly visibility: string;
  readonly createdAt: Date;
  /** Number of reactions by kind. */
  readonly reactions: Readonly<Record<string, number>>;
  /** Kinds of the reader's own reactions. */
  readonly ownReactions: readonly string[];
  readonly comments: number;
  readonly cursorAt: string;
}

export interface ActivityFilter {
  /** Only of those whom the reader follows, and their own. */
  readonly followed: boolean;
  readonly memberId?: string | undefined;
  readonly after?: Keyset | undefined;
  readonly limit: number;
}

/**
 * What members did that the reader may see, newest first, in one statement. What it was about has to
 * be readable too, so that no title leaks.
 */
export async function listActivity(db: Db, filter: ActivityFilter): Promise<ActivityRow[]> {
  const { after, followed, limit, memberId } = filter;
  const { rows } = await sql<ActivityRow>`
    select a.id, a.user_id as "memberId", c.full_name as "memberName", c.avatar_url as "memberAvatarUrl",
      a.user_id = (select auth.uid()) as own, a.activity_type as kind, a.platform, a.content_id as "contentId",
      d.topic_id as "parentId", coalesce(left(p.content, 300), t.title, q.title, b.name, h.title) as text,
      a.visibility, a.created_at as "createdAt", a.created_at::text as "cursorAt",
      coalesce((select jsonb_object_agg(r.interaction_type, r.n) from (
        select s.interaction_type, count(*) as n from social_interactions s
        where s.activity_id = a.id and s.interaction_type <> 'comment' group by 1) r), '{}') as reactions,
      array(select s.interaction_type from social_interactions s where s.activity_id = a.id
        and s.user_id = (select auth.uid()) and s.interaction_type <> 'comment') as "ownReactions",
      (select count(*)::int from social_interactions s
        where s.activity_id = a.id and s.interaction_type = 'comment') as comments
    from activity_feed a
    join member_cards c on c.id = a.user_id
    left join posts p on a.content_type = 'post' and p.id = a.content_id and p.deleted_at is null
    left join discussion_topics t on a.content_type = 'discussion_topic' and t.id = a.content_id and t.deleted_at is null
    left join discussion_posts d on a.content_type = 'discussion_post' and d.id = a.content_id and d.deleted_at is null
    left join discussion_topics q on q.id = d.topic_id and q.deleted_at is null
    left join badges b on a.content_type = 'badge' and b.id = a.content_id
    left join collaborative_challenges h on a.content_type = 'collaborative_challenge' and h.id = a.content_id
    where a.activity_type in ('post', 'topic', 'answer_accepted', 'badge', 'challenge', 'joined')
      and (a.content_id is null or coalesce(p.id, t.id, q.id, b.id, h.id) is not null)
      ${
        followed
          ? sql`and (a.user_id = (select auth.uid()) or a.user_id in (select f.connected_user_id
              from user_connections f where f.user_id = (select auth.uid()) and f.status = 'active'))`
          : sql``
      }
      ${memberId ? sql`and a.user_id = ${memberId}::uuid` : sql``}
      ${after ? sql`and (a.created_at, a.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by a.created_at desc, a.id desc limit ${limit}`.execute(db);
  return rows;
}

/** Whether the reader may see the activity. */
export async function existsActivity(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom("activity_feed")
    .select("id")
    .where("id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Reacts to an activity; nothing happens when it was so before. */
export async function insertActivityReaction(
  db: Db,
  reaction: { readonly activityId: string; readonly userId: string; readonly kind: string },
): Promise<void> {
  await sql`
    insert into social_interactions (user_id, activity_id, interaction_type)
    values (${reaction.userId}::uuid, ${reaction.activityId}::uuid, ${reaction.kind})
    on conflict do nothing`.execute(db);
}

/** Takes a reaction back. */
export async function deleteActivityReaction(
  db: Db,
  reaction: { readonly activityId: string; readonly userId: string; readonly kind: string },
): Promise<void> {
  await db
    .deleteFrom("social_interactions")
    .where("activity_id", "=", reaction.activityId)
    .where("user_id", "=", reaction.userId)
    .where("interaction_type", "=", reaction.kind)
    .execute();
}

/** A short comment on an activity. */
export interface ActivityCommentRow {
  readonly id: string;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly authorAvatarUrl: string | null;
  readonly own: boolean;
  readonly text: string;
  readonly createdAt: Date;
}

/** Comments on an activity, oldest first; at most 100. */
export async function listActivityComments(
  db: Db,
  activityId: string,
): Promise<ActivityCommentRow[]> {
  const { rows } = await sql<ActivityCommentRow>`
    select s.id, s.user_id as "authorId", c.full_name as "authorName", c.avatar_url as "authorAvatarUrl",
      s.user_id = (select auth.uid()) as own, s.comment_text as text, s.created_at as "createdAt"
    from social_interactions s left join member_cards c on c.id = s.user_id
    where s.activity_id = ${activityId}::uuid and s.interaction_type = 'comment'
    order by s.created_at, s.id limit 100`.execute(db);
  return rows;
}

/** Comments that the member wrote on activities within the last hour. */
export async function countRecentActivityComments(db: Db, userId: string): Promise<number> {
  const row = await db
    .selectFrom("social_interactions")
    .select(sql<number>`count(*)::int`.as("written"))
    .where("user_id", "=", userId)
    .where("interaction_type", "=", "comment")
    .where("created_at", ">", sql<Date>`now() - interval '1 hour'`)
    .executeTakeFirst();
  return row?.written ?? 0;
}

/** The newest comment of the member on an activity, for telling a second sending from a second comment. */
export async function findLastActivityComment(
  db: Db,
  { activityId, userId }: { readonly activityId: string; readonly userId: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom("social_interactions")
    .select("comment_text as text")
    .where("activity_id", "=", activityId)
    .where("user_id", "=", userId)
    .where("interaction_type", "=", "comment")
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.text ?? undefined;
}

/** Writes a short comment on an activity. */
export async function insertActivityComment(
  db: Db,
  comment: { readonly activityId: string; readonly userId: string; readonly text: string },
): Promise<void> {
  await db
    .insertInto("social_interactions")
    .values({
      user_id: comment.userId,
      activity_id: comment.activityId,
      interaction_type: "comment",
      comment_text: comment.text,
    })
    .execute();
}

/** Removes an own comment; false when there is none. */
export async function deleteActivityComment(
  db: Db,
  { id, userId }: { readonly id: string; readonly userId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("social_interactions")
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .where("interaction_type", "=", "comment")
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Hides an own activity from others, or shows it again to everybody; false when it is not the member's. */
export async function updateActivityVisibility(
  db: Db,
  change: { readonly id: string; readonly userId: string; readonly visibility: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("activity_feed")
    .set({ visibility: change.visibility })
    .where("id", "=", change.id)
    .where("user_id", "=", change.userId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
