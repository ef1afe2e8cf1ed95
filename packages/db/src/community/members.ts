import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { Keyset } from "../core/pagination.ts";

/** A member in the directory. */
export interface MemberRow {
  readonly id: string;
  /** The name chosen for this app, else the one of the card; null without any. */
  readonly name: string | null;
  readonly avatarUrl: string | null;
  readonly bio: string | null;
  readonly platforms: string[];
  readonly interests: string[];
  readonly joinedAt: Date;
  /** The reader follows them. */
  readonly following: boolean;
  /** The reader's own card. */
  readonly own: boolean;
  readonly cursorAt: string;
}

export interface MemberFilter {
  /** App whose profile is shown first. */
  readonly app: string;
  /** Words or beginnings of the name. */
  readonly name?: string | undefined;
  readonly platform?: string | undefined;
  readonly interest?: string | undefined;
  readonly after?: Keyset | undefined;
  readonly limit: number;
}

const follows = sql<boolean>`exists (select from user_connections f where f.user_id = (select auth.uid())
  and f.connected_user_id = c.id and f.status = 'active')`;

/**
 * Members whom the reader may see and who want to be listed, newest first, in one statement. Leaves
 * out whoever is behind a block or a mute.
 */
export async function listMembers(db: Db, filter: MemberFilter): Promise<MemberRow[]> {
  const { after, app, interest, limit, name, platform } = filter;
  const words = name?.split(/\s+/).filter(Boolean) ?? [];
  // Backslash, percent and underscore stand for themselves.
  const patterns = words.map((word) => `% ${word.replace(/[\\%_]/g, "\\$&")}%`);
  const { rows } = await sql<MemberRow>`
    select c.id, coalesce(nullif(u.display_name, ''), c.full_name) as name, c.avatar_url as "avatarUrl",
      coalesce(nullif(u.bio, ''), c.bio) as bio, c.platforms, coalesce(u.interests, '{}') as interests,
      c.joined_at as "joinedAt", ${follows} as following, c.id = (select auth.uid()) as own,
      c.joined_at::text as "cursorAt"
    from member_cards c
    left join user_profiles u on u.user_id = c.id and u.platform = ${app}
    where (c.listed or c.id = (select auth.uid()))
      and c.id not in (select app.hidden_member_ids())
      and c.full_name ~ '\\S'
      ${patterns.length > 0 ? sql`and (' ' || app.folded(c.full_name)) like all (select app.folded(p) from unnest(${patterns}::text[]) p)` : sql``}
      ${platform ? sql`and c.platforms @> array[${platform}]::text[]` : sql``}
      ${interest ? sql`and exists (select from user_profiles i where i.user_id = c.id and lower(i.interests::text)::text[] @> array[lower(${interest})])` : sql``}
      ${after ? sql`and (c.joined_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by c.joined_at desc, c.id desc limit ${limit}`.execute(db);
  return rows;
}

/** Interests that members of an app name most often; at most `limit`. */
export async function listInterests(db: Db, app: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ interest: string }>`
    select min(i) as interest from user_profiles u
    join member_cards c on c.id = u.user_id and c.listed, unnest(u.interests) as i
    where u.platform = ${app} group by lower(i) order by count(*) desc, 1 limit ${limit}`.execute(
    db,
  );
  return rows.map((row) => row.interest);
}

/** What a member says of themself on one platform. */
export interface MemberPlatformRow {
  readonly platform: string;
  readonly displayName: string | null;
  readonly bio: string | null;
  readonly interests: string[];
  readonly expertise: string[];
}

/** The public profile of a member, as the reader may see it. */
export interface MemberProfileRow {
  readonly id: string;
  readonly name: string | null;
  readonly avatarUrl: string | null;
  readonly bio: string | null;
  readonly platforms: string[];
  readonly guardian: boolean;
  readonly joinedAt: Date;
  readonly own: boolean;
  readonly showsActivity: boolean;
  readonly showsAchievements: boolean;
  readonly following: boolean;
  readonly followsReader: boolean;
  /** What the reader set: block, mute, or null. */
  readonly blocked: string | null;
  readonly followers: number;
  /** Posts that the reader may read; null when the member shows no activity. */
  readonly posts: number | null;
  readonly topics: number | null;
  readonly profiles: readonly MemberPlatformRow[];
}

/**
 * A member's profile in one statement; undefined when the reader may not see the card, or when the
 * member has blocked the reader.
 */
export async function findMember(db: Db, id: string): Promise<MemberProfileRow | undefined> {
  const shown = sql`(c.show_activity or c.id = (select auth.uid()))`;
  const { rows } = await sql<MemberProfileRow>`
    select c.id, c.full_name as name, c.avatar_url as "avatarUrl", c.bio, c.platforms,
      c.is_guardian as guardian, c.joined_at as "joinedAt", c.id = (select auth.uid()) as own,
      c.show_activity as "showsActivity", c.show_achievements as "showsAchievements",
      ${follows} as following,
      exists (select from user_connections f where f.user_id = c.id
        and f.connected_user_id = (select auth.uid()) and f.status = 'active') as "followsReader",
      (select b.kind from member_blocks b where b.user_id = (select auth.uid()) and b.blocked_user_id = c.id) as blocked,
      app.follower_count(c.id) as followers,
      case when ${shown} then (select count(*)::int from posts p where p.author_id = c.id and p.deleted_at is null
        and (p.publish_at is null or p.publish_at <= now())) end as posts,
      case when ${shown} then (select count(*)::int from discussion_topics t where t.created_by = c.id
        and t.deleted_at is null) end as topics,
      coalesce((select jsonb_agg(jsonb_build_object('platform', u.platform, 'displayName', u.display_name,
          'bio', u.bio, 'interests', u.interests, 'expertise', u.expertise) order by u.platform)
        from user_profiles u where u.user_id = c.id), '[]') as profiles
    from member_cards c
    where c.id = ${id}::uuid and (
      c.id not in (select app.blocked_member_ids())
      or exists (select from member_blocks b where b.user_id = (select auth.uid()) and b.blocked_user_id = c.id
        and b.kind = 'block') and not app.blocked_by(c.id))`.execute(db);
  return rows[0];
}

/** A badge or an achievement that a member earned. */
export interface MeritRow {
  readonly kind: "badge" | "achievement";
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly earnedAt: Date;
}

/** Badges and achievements of a member, as far as the reader may see them; at most 60. */
export async function listMerits(db: Db, memberId: string): Promise<MeritRow[]> {
  const { rows } = await sql<MeritRow>`
    select kind, id, name, description, earned_at as "earnedAt"
    from app.member_merits(${memberId}::uuid)`.execute(db);
  return rows;
}

/** Something that a member wrote: a post of the feed or a topic of the forum. */
export interface ContributionRow {
  readonly kind: "post" | "topic";
  readonly id: string;
  readonly platform: string;
  /** Title of a topic, beginning of a post. */
  readonly text: string;
  readonly answers: number;
  readonly createdAt: Date;
  readonly cursorAt: string;
}

/** What a member wrote that the reader may read, newest first, in one statement; nothing of quiet members. */
export async function listContributions(
  db: Db,
  page: { readonly memberId: string; readonly after?: Keyset | undefined; readonly limit: number },
): Promise<ContributionRow[]> {
  const { after, limit, memberId } = page;
  const place = after
    ? sql`and (w.created_at, w.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<ContributionRow>`
    select w.kind, w.id, w.platform, w.text, w.answers, w.created_at as "createdAt", w.created_at::text as "cursorAt"
    from (
      select 'post' as kind, p.id, p.platform, left(p.content, 400) as text, p.comment_count as answers, p.created_at
      from posts p where p.author_id = ${memberId}::uuid and p.deleted_at is null
        and (p.publish_at is null or p.publish_at <= now())
      union all
      select 'topic', t.id, t.tenant_slug, t.title, t.post_count, t.created_at
      from discussion_topics t where t.created_by = ${memberId}::uuid and t.deleted_at is null
    ) w
    where (${memberId}::uuid = (select auth.uid()) or ${memberId}::uuid not in (select app.quiet_member_ids())) ${place}
    order by w.created_at desc, w.id desc limit ${limit}`.execute(db);
  return rows;
}
