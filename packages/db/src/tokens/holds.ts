import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { JsonValue } from "../core/tables.ts";

/** A hold on a member's awards, as the member and operators see it. */
export interface HoldRow {
  readonly id: string;
  readonly userId: string;
  readonly name: string | null;
  readonly rule: string;
  readonly reason: string;
  readonly evidence: JsonValue | null;
  /** `held`, `appealed`, `released` or `confirmed`. */
  readonly status: string;
  readonly appealText: string | null;
  readonly appealedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  readonly createdAt: Date;
  /** Awards that wait for the decision, and what they come to by token. */
  readonly waiting: number;
  readonly waitingTotals: Readonly<Record<string, number>>;
}

function holds(db: Db) {
  return db
    .selectFrom("award_holds as h")
    .leftJoin("member_cards as c", "c.id", "h.user_id")
    .select([
      "h.id",
      "h.user_id as userId",
      "c.full_name as name",
      "h.rule",
      "h.reason",
      "h.evidence",
      "h.status",
      "h.appeal_text as appealText",
      "h.appealed_at as appealedAt",
      "h.decided_at as decidedAt",
      "h.decision_note as decisionNote",
      "h.created_at as createdAt",
      sql<number>`(select count(*)::int from user_actions a
        where a.user_id = h.user_id and a.status = 'held')`.as("waiting"),
      sql<Record<string, number>>`coalesce((select jsonb_object_agg(t.token_type, t.total) from (
        select token_type, sum(amount) as total from user_actions a
        where a.user_id = h.user_id and a.status = 'held' group by token_type) t), '{}')`.as(
        "waitingTotals",
      ),
    ])
    .where("h.action_id", "is", null);
}

/** The viewer's holds, the latest first. */
export async function listOwnHolds(db: Db, userId: string): Promise<HoldRow[]> {
  return holds(db)
    .where("h.user_id", "=", userId)
    .orderBy("h.created_at", "desc")
    .limit(20)
    .execute();
}

/** Holds for review: open ones first, appeals before the rest; two hundred at most. For the service. */
export async function listHolds(db: Db, open: boolean): Promise<HoldRow[]> {
  return holds(db)
    .where("h.status", "in", open ? ["held", "appealed"] : ["released", "confirmed"])
    .orderBy(sql`h.status = 'appealed'`, "desc")
    .orderBy("h.created_at", "desc")
    .limit(200)
    .execute();
}

/** One hold, locked until the transaction ends; undefined when there is none. For the service. */
export async function findHoldForUpdate(
  db: Db,
  id: string,
): Promise<{ id: string; userId: string; status: string } | undefined> {
  return db
    .selectFrom("award_holds")
    .select(["id", "user_id as userId", "status"])
    .where("id", "=", id)
    .where("action_id", "is", null)
    .forUpdate()
    .executeTakeFirst();
}

/** Opens a hold on a member's further awards; null when one is open or was lifted lately. For the service. */
export async function insertHold(
  db: Db,
  hold: {
    readonly userId: string;
    readonly rule: string;
    readonly reason: string;
    readonly evidence: Readonly<Record<string, unknown>>;
  },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into award_holds (user_id, rule, reason, evidence)
    select ${hold.userId}::uuid, ${hold.rule}, ${hold.reason}, ${JSON.stringify(hold.evidence)}::jsonb
    where not exists (
      select from award_holds h where h.user_id = ${hold.userId}::uuid and h.rule = ${hold.rule} and h.action_id is null
        and (h.status in ('held', 'appealed') or h.decided_at > now() - interval '30 days'))
    on conflict do nothing returning id`.execute(db);
  return rows[0]?.id ?? null;
}

/** Notes that one award waits, and because of which hold. For the service. */
export async function insertActionHold(
  db: Db,
  hold: { userId: string; actionId: string; rule: string; reason: string },
): Promise<void> {
  await db
    .insertInto("award_holds")
    .values({
      user_id: hold.userId,
      action_id: hold.actionId,
      rule: hold.rule,
      reason: hold.reason,
    })
    .onConflict((conflict) => conflict.columns(["action_id", "rule"]).doNothing())
    .execute();
}

/** The rule and reason of a member's open hold; undefined without one. For the service. */
export async function findOpenHold(
  db: Db,
  userId: string,
): Promise<{ rule: string; reason: string } | undefined> {
  return db
    .selectFrom("award_holds")
    .select(["rule", "reason"])
    .where("user_id", "=", userId)
    .where("action_id", "is", null)
    .where("status", "in", ["held", "appealed"])
    .orderBy("created_at")
    .limit(1)
    .executeTakeFirst();
}

/** Writes the member's answer to a hold. For the service. */
export async function updateHoldAppealed(db: Db, id: string, text: string): Promise<void> {
  await db
    .updateTable("award_holds")
    .set({ status: "appealed", appeal_text: text, appealed_at: sql<Date>`now()` })
    .where("id", "=", id)
    .execute();
}

/** Writes the decision on a hold. For the service. */
export async function updateHoldDecided(
  db: Db,
  id: string,
  decision: { status: "released" | "confirmed"; decidedBy: string; note: string },
): Promise<void> {
  await db
    .updateTable("award_holds")
    .set({
      status: decision.status,
      decided_by: decision.decidedBy,
      decided_at: sql<Date>`now()`,
      decision_note: decision.note,
    })
    .where("id", "=", id)
    .execute();
}

/** Closes what was noted on single awards of a member. For the service. */
export async function updateActionHoldsDecided(
  db: Db,
  userId: string,
  decision: { status: "released" | "confirmed"; decidedBy: string },
): Promise<void> {
  await db
    .updateTable("award_holds")
    .set({
      status: decision.status,
      decided_by: decision.decidedBy,
      decided_at: sql<Date>`now()`,
    })
    .where("user_id", "=", userId)
    .where("action_id", "is not", null)
    .where("status", "=", "held")
    .execute();
}

/** Operators whom news of an appeal concern. For the service. */
export async function listOperatorIds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct m.user_id as id from tenant_users m
    join role_permissions rp on rp.role_id = m.tenant_role_id
    join permissions p on p.id = rp.permission_id
    where p.slug = 'settings:manage' limit 50`.execute(db);
  return rows.map((row) => row.id);
}

/** How often one member did something for another in the window, by kind. */
export interface DealingRow {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Likes, reactions, gifts and invitations from one member to another since a moment. For the service. */
export async function listDealings(db: Db, since: Date): Promise<DealingRow[]> {
  const { rows } = await sql<DealingRow>`
    select d.giver as "from", d.taker as "to", count(*)::int as count from (
      select l.user_id as giver, p.author_id as taker from post_likes l join posts p on p.id = l.post_id
      where l.created_at >= ${since}
      union all
      select r.user_id, p.author_id from post_reactions r join posts p on p.id = r.post_id
      where r.created_at >= ${since}
      union all
      select t.sender_id, t.recipient_id from token_tips t where t.created_at >= ${since}
      union all
      select f.referrer_id, f.referred_id from referrals f where f.created_at >= ${since}
    ) d
    where d.giver is not null and d.taker is not null and d.giver <> d.taker
    group by 1, 2`.execute(db);
  return rows;
}
