import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import { afterKeyset, type Keyset } from "../core/pagination.ts";

/** One line of the notification centre: a notification, or the latest of several about one thing. */
export interface NotificationRow {
  readonly id: string;
  readonly kind: string;
  /** Kind of icon. */
  readonly type: string;
  readonly platform: string;
  readonly title: string;
  readonly body: string;
  /** Path on its platform. */
  readonly href: string | null;
  readonly unread: boolean;
  /** Notifications in the group, this one included. */
  readonly count: number;
  /** Members whose acts are in the group. */
  readonly actors: number;
  readonly actorName: string | null;
  readonly actorAvatarUrl: string | null;
  readonly createdAt: Date;
  readonly cursorAt: string;
}

export interface NotificationFilter {
  readonly unreadOnly: boolean;
  /** Kinds to show; all without it. */
  readonly kinds?: readonly string[] | undefined;
  readonly after?: Keyset | undefined;
  readonly limit: number;
}

const own = sql<boolean>`n.user_id = (select auth.uid()) and n.in_app`;

// The row comparison and the index on the group let each line be decided by one look-up.
const latestOfGroup = sql<boolean>`(n.group_key is null or not exists (
  select from notifications m
  where m.user_id = n.user_id and m.group_key = n.group_key and m.in_app
    and (m.created_at, m.id) > (n.created_at, n.id)))`;

interface Group {
  readonly count: number;
  readonly actors: number;
  readonly unread: number;
}

const group = sql<Group>`(
  select count(*)::int as count, count(distinct m.actor_id)::int as actors,
    count(*) filter (where not m.is_read)::int as unread
  from notifications m
  where n.group_key is not null and m.user_id = n.user_id and m.group_key = n.group_key and m.in_app)`;

// The groups are found once by the index on what is unread, not looked up again for each row.
const inUnreadLine = sql<boolean>`(not n.is_read or n.group_key = any (array(
  select distinct u.group_key from notifications u
  where u.user_id = (select auth.uid()) and not u.is_read and u.in_app and u.group_key is not null)))`;

/** Lines of the member's notification centre, newest first, in one statement. */
export async function listNotifications(
  db: Db,
  filter: NotificationFilter,
): Promise<NotificationRow[]> {
  let query = db
    .selectFrom("notifications as n")
    .leftJoin("member_cards as c", "c.id", "n.actor_id")
    .innerJoinLateral(group.as("g"), (join) => join.onTrue())
    .select([
      "n.id",
      "n.kind",
      "n.type",
      "n.platform",
      "n.title",
      "n.body",
      sql<string | null>`n.metadata ->> 'href'`.as("href"),
      sql<boolean>`not n.is_read or g.unread > 0`.as("unread"),
      sql<number>`greatest(g.count, 1)`.as("count"),
      sql<number>`greatest(g.actors, (n.actor_id is not null)::int)`.as("actors"),
      "c.full_name as actorName",
      "c.avatar_url as actorAvatarUrl",
      "n.created_at as createdAt",
      sql<string>`n.created_at::text`.as("cursorAt"),
    ])
    .where(own)
    .where(latestOfGroup)
    .orderBy("n.created_at", "desc")
    .orderBy("n.id", "desc")
    .limit(filter.limit);
  if (filter.unreadOnly) {
    query = query.where(inUnreadLine);
  }
  if (filter.kinds) {
    query = query.where(sql<boolean>`n.kind = any (${[...filter.kinds]}::text[])`);
  }
  if (filter.after) {
    query = query.where(afterKeyset("n.created_at", "n.id", filter.after));
  }
  return query.execute();
}

/** How many lines of the member's notification centre are unread. */
export async function countUnread(db: Db): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select count(distinct coalesce(n.group_key, n.id::text))::int as unread
    from notifications n where ${own} and not n.is_read`.execute(db);
  return rows[0]?.unread ?? 0;
}

/**
 * Marks own notifications as read: those of one line, or without an id all of them. Gives the
 * moment that they carry now, in microseconds of the epoch, by which it can be undone; null when all were read before.
 */
export async function updateRead(db: Db, id: string | null): Promise<string | null> {
  const { rows } = await sql<{ readAt: string }>`
    with line as (
      select id, group_key from notifications where id = ${id}::uuid and user_id = (select auth.uid())
    ), marked as (
      update notifications n set is_read = true
      where n.user_id = (select auth.uid()) and not n.is_read
        and (${id}::uuid is null or n.id in (select id from line)
          or n.group_key in (select group_key from line))
      returning n.read_at
    )
    select (extract(epoch from max(read_at)) * 1000000)::bigint::text as "readAt" from marked having count(*) > 0`.execute(
    db,
  );
  return rows[0]?.readAt ?? null;
}

/** Marks as unread again what was read at exactly this moment; gives how many it was. */
export async function undoRead(db: Db, readAt: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("notifications")
    .set({ is_read: false })
    .where("user_id", "=", sql<string>`(select auth.uid())`)
    .where(sql<boolean>`(extract(epoch from read_at) * 1000000)::bigint = ${readAt}::bigint`)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Marks one own notification as unread; false when it is none of the member's. */
export async function updateUnread(db: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("notifications")
    .set({ is_read: false })
    .where("id", "=", id)
    .where("user_id", "=", sql<string>`(select auth.uid())`)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Kind and platform of an own notification; undefined when it is none of the member's. */
export async function findNotificationOrigin(
  db: Db,
  id: string,
): Promise<{ readonly kind: string; readonly platform: string } | undefined> {
  return db
    .selectFrom("notifications")
    .select(["kind", "platform"])
    .where("id", "=", id)
    .where("user_id", "=", sql<string>`(select auth.uid())`)
    .executeTakeFirst();
}

/**
 * Removes at most `limit` notifications that nobody looks for any more: read ones after `readDays`.
 * Gives how many it was. Needs the service's rights.
 */
export async function deleteOldNotifications(
  db: Db,
  which: { readonly readDays: number; readonly limit: number },
): Promise<number> {
  const { rows } = await sql<{ removed: string }>`
    with gone as (
      delete from notifications where id in (
        select id from notifications
        where is_read and created_at < now() - make_interval(days => ${which.readDays})
        limit ${which.limit} for update skip locked)
      returning 1
    )
    select count(*) as removed from gone`.execute(db);
  return Number(rows[0]?.removed ?? 0);
}
