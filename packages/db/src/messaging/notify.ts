import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** The words of a notification before they are filled in, and the name of who acted. */
export interface NotificationWords {
  readonly title: string;
  readonly body: string;
  /** Shown name of the actor; null without one. */
  readonly actor: string | null;
}

/** Template and actor's name in one statement; undefined when the platform has no such template. */
export async function findNotificationWords(
  db: Db,
  key: { readonly platform: string; readonly template: string; readonly actorId: string | null },
): Promise<NotificationWords | undefined> {
  return db
    .selectFrom("notification_templates as t")
    .leftJoin("member_cards as c", (join) => join.on(sql<boolean>`c.id = ${key.actorId}::uuid`))
    .select(["t.title_template as title", "t.body_template as body", "c.full_name as actor"])
    .where("t.platform", "=", key.platform)
    .where("t.template_key", "=", key.template)
    .executeTakeFirst();
}

/** One piece of news for several members, ready to be written. */
export interface NewNotifications {
  readonly recipients: readonly string[];
  readonly kind: string;
  readonly type: string;
  readonly priority: string;
  readonly platform: string;
  readonly title: string;
  readonly body: string;
  readonly actorId: string | null;
  readonly entityType: string | null;
  readonly entityId: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly groupKey: string | null;
  readonly dedupeKey: string;
  /** Told only to those who may read the thing. */
  readonly readersOnly: boolean;
  /** The centre shows it whatever the member chose. */
  readonly required: boolean;
  /** Channels that are on unless the member chose otherwise. */
  readonly defaults: { readonly inApp: boolean; readonly email: boolean };
}

/**
 * Writes one notification for each member who wants and may have it, and puts `member:<id>` into the
 * outbox for each one written, in one statement. Leaves out the actor, whoever is behind a block or
 * mute between them, who chose neither channel, who may not read the thing, and who was told under
 * the same key before. Gives the members who were told. Needs the service's rights.
 */
export async function insertNotifications(db: Db, news: NewNotifications): Promise<string[]> {
  if (news.recipients.length === 0) {
    return [];
  }
  const { defaults, entityId, entityType, kind } = news;
  // Rows are locked in one order, so that two senders never wait for each other in a circle.
  const { rows } = await sql<{ userId: string }>`
    with wanted as (
      select u.id as user_id,
        ${news.required} or (coalesce(p.in_app_enabled, true)
          and coalesce((p.preferences #>> array[${kind}, 'in_app'])::boolean, ${defaults.inApp})) as in_app,
        coalesce(p.email_enabled, true)
          and coalesce((p.preferences #>> array[${kind}, 'email'])::boolean, ${defaults.email}) as email
      from users u
      left join notification_preferences p on p.user_id = u.id and p.platform = ${news.platform}
      where u.id = any (${[...news.recipients]}::uuid[])
        and u.id is distinct from ${news.actorId}::uuid
        and not exists (
          select from member_blocks b
          where (b.user_id = u.id and b.blocked_user_id = ${news.actorId}::uuid)
            or (b.user_id = ${news.actorId}::uuid and b.blocked_user_id = u.id and b.kind = 'block'))
        and not exists (
          select from notifications n where n.user_id = u.id and n.dedupe_key = ${news.dedupeKey})
    ), told as materialized (
      select user_id, in_app, email from wanted
      where (in_app or email)
        and (not ${news.readersOnly} or app.can_read(user_id, ${entityType}, ${entityId}::uuid))
      order by user_id
    ), made as (
      insert into notifications (user_id, platform, title, body, metadata, type, priority, kind, in_app, email,
        actor_id, content_type, content_id, group_key, dedupe_key)
      select user_id, ${news.platform}, ${news.title}, ${news.body}, ${JSON.stringify(news.metadata)}::jsonb,
        ${news.type}, ${news.priority}, ${kind}, in_app, email,
        ${news.actorId}::uuid, ${entityType}, ${entityId}::uuid, ${news.groupKey}, ${news.dedupeKey}
      from told
      on conflict (user_id, dedupe_key) do nothing
      returning user_id, id, kind, in_app
    )
    select user_id as "userId", app.publish('member:' || user_id,
      jsonb_build_object('type', 'notification', 'id', id, 'kind', kind, 'shown', in_app)) as number
    from made`.execute(db);
  return rows.map((row) => row.userId);
}

/** Takes back what nobody has read yet of the news under this key. Needs the service's rights. */
export async function deleteUnreadNotifications(db: Db, dedupeKey: string): Promise<void> {
  await sql`
    with gone as (
      delete from notifications where dedupe_key = ${dedupeKey} and not is_read and emailed_at is null
      returning user_id
    )
    select app.publish('member:' || user_id, '{"type": "notifications_read"}') from gone`.execute(
    db,
  );
}
