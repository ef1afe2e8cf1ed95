import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** One line of a mail. */
export interface MailItem {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly href: string | null;
}

/** One member to write to, with what to tell, the most important first. */
export interface MailJob {
  readonly userId: string;
  readonly platform: string;
  readonly email: string;
  readonly name: string | null;
  readonly unsubscribeKey: string;
  readonly items: readonly MailItem[];
}

// What matters more stands first; of equals, the newer.
const ranked = sql`case n.priority when 'urgent' then 4 when 'high' then 3 when 'medium' then 2 else 1 end desc,
  n.created_at desc`;

const item = sql`jsonb_build_object('id', n.id, 'title', n.title, 'body', n.body, 'href', n.metadata ->> 'href')`;

/**
 * Takes what is to be told by mail at once: unread for `waitMinutes`, not older than a day, outside
 * of the member's quiet hours. It counts as told from now on; `releaseMail` gives it back. Of many
 * that ask at once, each row goes to one.
 */
export async function claimMail(
  db: Db,
  claim: { readonly waitMinutes: number; readonly limit: number },
): Promise<MailJob[]> {
  const { rows } = await sql<MailJob>`
    with due as (
      select n.id from notifications n
      join users u on u.id = n.user_id
      left join notification_preferences p on p.user_id = n.user_id and p.platform = n.platform
      where n.email and n.emailed_at is null and not n.is_read
        and n.created_at <= now() - make_interval(mins => ${claim.waitMinutes})
        and n.created_at > now() - interval '1 day'
        and coalesce(p.email_enabled, true) and coalesce(p.frequency, 'instant') = 'instant'
        and not app.is_quiet(p.quiet_from, p.quiet_until, u.timezone)
      order by n.user_id, n.created_at limit ${claim.limit}
      for update of n skip locked
    ), taken as (
      update notifications n set emailed_at = now() from due where n.id = due.id
      returning n.*
    ), states as (
      insert into mail_states (user_id, platform)
      select distinct user_id, platform from taken order by 1, 2
      on conflict (user_id, platform) do update set platform = excluded.platform
      returning user_id, platform, unsubscribe_key
    )
    select n.user_id as "userId", n.platform, u.email, f.full_name as name, s.unsubscribe_key as "unsubscribeKey",
      jsonb_agg(${item} order by ${ranked}) as items
    from taken n
    join users u on u.id = n.user_id
    join profiles f on f.id = n.user_id
    join states s on s.user_id = n.user_id and s.platform = n.platform
    group by n.user_id, n.platform, u.email, f.full_name, s.unsubscribe_key`.execute(db);
  return rows;
}

/** Gives back what could not be sent, so that a later run takes it again. */
export async function releaseMail(db: Db, ids: readonly string[]): Promise<void> {
  await sql`
    update notifications set emailed_at = null where id = any (${[...ids]}::uuid[])`.execute(db);
}

// Somewhat less than a day or week, so that a summary is not put off by the minutes its run took.
const period = sql`case coalesce(p.digest, 'weekly')
  when 'daily' then interval '20 hours' else interval '6 days 20 hours' end`;

/**
 * Takes the summaries that are due: for members where it is `hour` o'clock, who chose one, have had
 * none in its period, and have not seen something since; each with its ten weightiest lines, of a
 * group the latest. They count as sent from now on; `releaseDigest` gives one back.
 */
export async function claimDigests(
  db: Db,
  claim: { readonly hour: number; readonly limit: number },
): Promise<MailJob[]> {
  const { rows } = await sql<MailJob>`
    with unseen as (
      select n.* from notifications n
      where not n.is_read and n.emailed_at is null and n.in_app and n.created_at > now() - interval '8 days'
        and not exists (
          select from notifications m where m.user_id = n.user_id and m.group_key = n.group_key
            and not m.is_read and m.in_app and (m.created_at, m.id) > (n.created_at, n.id))
    ), due as (
      select distinct u.id as user_id, n.platform, u.email, f.full_name as name
      from unseen n
      join users u on u.id = n.user_id
      join profiles f on f.id = n.user_id
      left join notification_preferences p on p.user_id = n.user_id and p.platform = n.platform
      where coalesce(p.email_enabled, true) and coalesce(p.digest, 'weekly') <> 'none'
        and extract(hour from app.local_now(u.timezone)) = ${claim.hour}
        and not exists (
          select from mail_states s where s.user_id = u.id and s.platform = n.platform
            and s.last_digest_at >= now() - ${period})
      order by 1, 2 limit ${claim.limit}
    ), taken as (
      insert into mail_states as s (user_id, platform, last_digest_at)
      select user_id, platform, now() from due
      on conflict (user_id, platform) do update set last_digest_at = now()
      -- Asked again under the lock: somebody else may have taken it meanwhile.
      where s.last_digest_at is null or s.last_digest_at < now() - interval '20 hours'
      returning s.user_id, s.platform, s.unsubscribe_key
    )
    select d.user_id as "userId", d.platform, d.email, d.name, t.unsubscribe_key as "unsubscribeKey", i.items
    from taken t
    join due d using (user_id, platform)
    cross join lateral (
      select jsonb_agg(x.item) as items from (
        select ${item} as item from unseen n
        where n.user_id = t.user_id and n.platform = t.platform
        order by ${ranked} limit 10) x) i`.execute(db);
  return rows;
}

/** Notes that these were told in a summary. */
export async function updateEmailed(db: Db, ids: readonly string[]): Promise<void> {
  await sql`
    update notifications set emailed_at = now()
    where id = any (${[...ids]}::uuid[]) and emailed_at is null`.execute(db);
}

/** Gives back a summary that could not be sent: the next run takes it again. */
export async function releaseDigest(db: Db, userId: string, platform: string): Promise<void> {
  await sql`
    update mail_states set last_digest_at = null
    where user_id = ${userId} and platform = ${platform}`.execute(db);
}

/** Text of a mail as editors wrote it. */
export interface MailTemplate {
  readonly subject: string;
  readonly html: string;
  readonly text: string | null;
}

/** The text of this name; undefined when there is none. */
export async function findMailTemplate(db: Db, name: string): Promise<MailTemplate | undefined> {
  return db
    .selectFrom("email_templates")
    .select(["subject", "html_content as html", "text_content as text"])
    .where("name", "=", name)
    .executeTakeFirst();
}

/** Records what became of a mail. */
export async function insertMailEvent(
  db: Db,
  event: {
    readonly userId: string;
    readonly template: string;
    readonly outcome: "sent" | "failed";
    readonly metadata: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  await db
    .insertInto("email_events")
    .values({
      user_id: event.userId,
      email_type: event.template,
      event_type: event.outcome,
      metadata: JSON.stringify(event.metadata),
    })
    .execute();
}

/** Ends the mail that this key came with; gives its platform, null for an unknown key. */
export async function endMail(db: Db, key: string): Promise<string | null> {
  const { rows } = await sql<{ platform: string | null }>`
    select app.end_mail(${key}::uuid) as platform`.execute(db);
  return rows[0]?.platform ?? null;
}
