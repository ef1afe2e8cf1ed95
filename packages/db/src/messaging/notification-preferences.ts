import { sql } from "kysely";
import type { Db } from "../core/identity.ts";

/** What a member chose for each kind: by channel, true or false; a channel left out is as by default. */
export type KindChoices = Readonly<Record<string, Readonly<Record<string, boolean>>>>;

/** A member's choices on one platform, and the zone that its hours are in. */
export interface PreferencesRow {
  readonly inApp: boolean;
  readonly email: boolean;
  /** When single mails go out: instant, daily, weekly or never. */
  readonly frequency: string;
  /** Summary by mail: none, daily or weekly. */
  readonly digest: string;
  /** `HH:MM`; both or neither. */
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly kinds: KindChoices;
  /** IANA name. */
  readonly timezone: string;
}

/** The member's choices on a platform; what was never chosen is as by default. */
export async function findPreferences(db: Db, platform: string): Promise<PreferencesRow> {
  const { rows } = await sql<PreferencesRow>`
    select coalesce(p.in_app_enabled, true) as "inApp", coalesce(p.email_enabled, true) as email,
      coalesce(p.frequency, 'instant') as frequency, coalesce(p.digest, 'weekly') as digest,
      to_char(p.quiet_from, 'HH24:MI') as "quietFrom", to_char(p.quiet_until, 'HH24:MI') as "quietUntil",
      coalesce(p.preferences, '{}') as kinds, u.timezone
    from users u
    left join notification_preferences p on p.user_id = u.id and p.platform = ${platform}
    where u.id = (select auth.uid())`.execute(db);
  const [row] = rows;
  if (!row) {
    throw new Error("The account of this session does not exist any more.");
  }
  return row;
}

/** What can be changed of a member's choices; what is left out stays. */
export interface PreferencesChange {
  readonly email?: boolean | undefined;
  readonly digest?: string | undefined;
  /** Null ends the quiet hours. */
  readonly quiet?: { readonly from: string; readonly until: string } | null | undefined;
  /** Merged into what was chosen before, kind by kind and channel by channel. */
  readonly kinds?: KindChoices | undefined;
}

/** Saves choices of the member on a platform. */
export async function upsertPreferences(
  db: Db,
  key: { readonly userId: string; readonly platform: string },
  change: PreferencesChange,
): Promise<void> {
  const { email, digest, quiet, kinds = {} } = change;
  const changesQuiet = quiet !== undefined;
  // Kinds are merged one level deeper than `||` goes, in the row's own state: no choice made at the same moment is lost.
  await sql`
    insert into notification_preferences as p
      (user_id, platform, email_enabled, digest, quiet_from, quiet_until, preferences)
    values (${key.userId}, ${key.platform}, ${email ?? true}, ${digest ?? "weekly"},
      ${quiet?.from ?? null}::time, ${quiet?.until ?? null}::time, ${JSON.stringify(kinds)}::jsonb)
    on conflict (user_id, platform) do update set
      email_enabled = coalesce(${email ?? null}::boolean, p.email_enabled),
      digest = coalesce(${digest ?? null}::text, p.digest),
      quiet_from = case when ${changesQuiet} then excluded.quiet_from else p.quiet_from end,
      quiet_until = case when ${changesQuiet} then excluded.quiet_until else p.quiet_until end,
      preferences = p.preferences || coalesce((
        select jsonb_object_agg(k.key, coalesce(p.preferences -> k.key, '{}') || k.value)
        from jsonb_each(excluded.preferences) k), '{}')`.execute(db);
}
