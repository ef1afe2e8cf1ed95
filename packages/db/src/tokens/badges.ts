import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { JsonValue } from "../core/tables.ts";
import type { EarnableRow } from "./earning.ts";

/** Something that can be earned, with the viewer's record of it. */
export interface ShownEarnableRow extends EarnableRow {
  /** Id of the viewer's record; null while it is not earned. */
  readonly earnedId: string | null;
  readonly earnedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly revokeReason: string | null;
  readonly sharedAt: Date | null;
  readonly points: number;
  /** How many members hold it. */
  readonly holders: number;
}

/** All badges and the achievements of one platform, with what the viewer has of them. */
export async function listEarnables(
  db: Db,
  userId: string,
  platform: string,
): Promise<ShownEarnableRow[]> {
  const { rows } = await sql<ShownEarnableRow>`
    select 'badge' as kind, b.id, b.name as title, b.description, b.role, null as platform, b.criteria as rule,
      u.id as "earnedId", u.earned_at as "earnedAt", u.revoked_at as "revokedAt",
      u.revoke_reason as "revokeReason", u.shared_at as "sharedAt", 0 as points,
      (select count(*)::int from user_badges h where h.badge_id = b.id and h.revoked_at is null) as holders
    from badges b left join user_badges u on u.badge_id = b.id and u.user_id = ${userId}
    where b.is_active or u.id is not null
    union all
    select 'achievement', a.id, a.title, a.description, null, a.platform, a.requirements,
      u.id, u.achieved_at, null, null, null, a.points, 0
    from achievements a left join user_achievements u on u.achievement_id = a.id and u.user_id = ${userId}
    where a.platform = ${platform}
    order by "earnedAt" desc nulls last, title`.execute(db);
  return rows;
}

/** Shows one of a member's badges to everyone, or no longer; false when it is not theirs. For the service. */
export async function updateShared(
  db: Db,
  userId: string,
  id: string,
  shared: boolean,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("user_badges")
    .set({ shared_at: shared ? sql<Date>`coalesce(shared_at, now())` : null })
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A badge that its holder shows to everyone. */
export interface SharedBadgeRow {
  readonly name: string;
  readonly description: string | null;
  readonly holder: string;
  readonly earnedAt: Date;
}

/** A shared badge by the id of the holder's record; undefined when it is not shared. For everyone. */
export async function findSharedBadge(db: Db, id: string): Promise<SharedBadgeRow | undefined> {
  const { rows } = await sql<SharedBadgeRow>`
    select name, description, holder, earned_at as "earnedAt" from app.shared_badge(${id}::uuid)`.execute(
    db,
  );
  return rows[0];
}

/** A badge as operators edit it. */
export interface BadgeRow {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly role: string | null;
  readonly criteria: JsonValue | null;
  readonly active: boolean;
  readonly holders: number;
}

/** All badges by name. */
export async function listBadges(db: Db): Promise<BadgeRow[]> {
  return db
    .selectFrom("badges as b")
    .select([
      "b.id",
      "b.name",
      "b.description",
      "b.role",
      "b.criteria",
      "b.is_active as active",
      sql<number>`(select count(*)::int from user_badges u where u.badge_id = b.id and u.revoked_at is null)`.as(
        "holders",
      ),
    ])
    .orderBy("b.name")
    .execute();
}

/** What operators write of a badge. */
export interface BadgeDraft {
  readonly name: string;
  readonly description: string;
  readonly role: string | null;
  readonly criteria: Readonly<Record<string, unknown>>;
  readonly active: boolean;
}

/** Writes a badge: a new one without an id. Gives its id; null when there is none with this id. For the service. */
export async function upsertBadge(
  db: Db,
  id: string | null,
  badge: BadgeDraft,
): Promise<string | null> {
  const values = {
    name: badge.name,
    description: badge.description,
    role: badge.role,
    criteria: JSON.stringify(badge.criteria),
    is_active: badge.active,
  };
  const row =
    id === null
      ? await db.insertInto("badges").values(values).returning("id").executeTakeFirst()
      : await db
          .updateTable("badges")
          .set(values)
          .where("id", "=", id)
          .returning("id")
          .executeTakeFirst();
  return row?.id ?? null;
}

/** A member who holds or held a badge. */
export interface HolderRow {
  readonly id: string;
  readonly userId: string;
  readonly name: string | null;
  readonly earnedAt: Date;
  readonly revokedAt: Date | null;
  readonly revokeReason: string | null;
}

/** Who holds or held a badge, the latest first; two hundred at most. */
export async function listHolders(db: Db, badgeId: string): Promise<HolderRow[]> {
  return db
    .selectFrom("user_badges as u")
    .leftJoin("member_cards as c", "c.id", "u.user_id")
    .select([
      "u.id",
      "u.user_id as userId",
      "c.full_name as name",
      "u.earned_at as earnedAt",
      "u.revoked_at as revokedAt",
      "u.revoke_reason as revokeReason",
    ])
    .where("u.badge_id", "=", badgeId)
    .orderBy("u.earned_at", "desc")
    .limit(200)
    .execute();
}

/** Withdraws a badge from a member and ends its sharing; undefined when it is not held. For the service. */
export async function updateRevoked(
  db: Db,
  id: string,
  reason: string,
): Promise<{ userId: string; badgeId: string; name: string } | undefined> {
  const { rows } = await sql<{ userId: string; badgeId: string; name: string }>`
    update user_badges u set revoked_at = now(), revoke_reason = ${reason}, shared_at = null
    from badges b where b.id = u.badge_id and u.id = ${id}::uuid and u.revoked_at is null
    returning u.user_id as "userId", u.badge_id as "badgeId", b.name`.execute(db);
  return rows[0];
}

/** Makes a job due at once. For the service. */
export async function updateJobDue(db: Db, name: string): Promise<void> {
  await db
    .updateTable("jobs")
    .set({ next_run_at: sql<Date>`now()` })
    .where("name", "=", name)
    .execute();
}
