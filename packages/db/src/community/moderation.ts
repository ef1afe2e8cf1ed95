import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { ReportedThing, ReportedType } from "./reports.ts";

/** A reported thing as a decision finds it. */
export interface DisputedThing {
  readonly subjectId: string | null;
  readonly platform: string | null;
  readonly body: string | null;
  readonly reporters: readonly string[];
}

/**
 * Holds a thing with open reports until the transaction ends, so that one moderator decides; undefined
 * when nothing about it waits. For the service.
 */
export async function lockDisputed(
  db: Db,
  { contentId, contentType }: ReportedThing,
): Promise<DisputedThing | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`moderate:${contentType}:${contentId}`}, 0))`.execute(
    db,
  );
  const { rows } = await sql<DisputedThing>`
    select (array_agg(r.subject_id))[1] as "subjectId", min(r.platform) as platform, min(o.body) as body,
      array_remove(array_agg(distinct r.reporter_id), null) as reporters
    from content_reports r left join lateral app.reported_content(r.content_type, r.content_id) o on true
    where r.content_type = ${contentType} and r.content_id = ${contentId}::uuid and r.status = 'open'
    having count(*) > 0`.execute(db);
  return rows[0];
}

const removable = {
  post: "posts",
  post_comment: "post_comments",
  discussion_topic: "discussion_topics",
  discussion_post: "discussion_posts",
} as const satisfies Partial<Record<ReportedType, string>>;

/** Kinds of thing that can be removed; profiles cannot. */
export function isRemovable(type: string): type is keyof typeof removable {
  return Object.hasOwn(removable, type);
}

/** Removes a thing in a moderator's name; false when it was gone. For the service. */
export async function removeThing(
  db: Db,
  type: keyof typeof removable,
  { id, moderatorId }: { readonly id: string; readonly moderatorId: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update ${sql.table(removable[type])} set deleted_at = now(), deleted_by = ${moderatorId}::uuid
    where id = ${id}::uuid and deleted_at is null`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Brings back what this moderator removed; false when somebody else did, or it stands. For the service. */
export async function restoreThing(
  db: Db,
  type: keyof typeof removable,
  { id, moderatorId }: { readonly id: string; readonly moderatorId: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update ${sql.table(removable[type])} set deleted_at = null, deleted_by = null
    where id = ${id}::uuid and deleted_at is not null and deleted_by = ${moderatorId}::uuid`.execute(
    db,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

/** Keys of the awards that were paid for a thing and not taken back. For the service. */
export async function listAwardKeys(
  db: Db,
  { contentId, contentType }: ReportedThing,
): Promise<string[]> {
  const rows = await db
    .selectFrom("user_actions")
    .select("idempotency_key as key")
    .where("entity_type", "=", contentType)
    .where("entity_id", "=", contentId)
    .where("status", "=", "awarded")
    .orderBy("id")
    .execute();
  return rows.map((row) => row.key);
}

export interface NewDecision extends ReportedThing {
  readonly subjectId: string | null;
  readonly platform: string | null;
  readonly excerpt: string;
  readonly measure: string;
  readonly note: string;
  readonly decidedBy: string;
  readonly reversedKeys: readonly string[];
}

/** Writes a decision and closes the open reports that it answers, in one statement. Gives its id. For the service. */
export async function insertDecision(db: Db, decision: NewDecision): Promise<string> {
  const { contentId, contentType, decidedBy, excerpt, measure, note, platform, subjectId } =
    decision;
  const { rows } = await sql<{ id: string }>`
    with made as (
      insert into moderation_decisions (content_type, content_id, subject_id, platform, excerpt, measure, note,
        decided_by, reversed_keys)
      values (${contentType}, ${contentId}::uuid, ${subjectId}::uuid, ${platform}, ${excerpt}, ${measure}, ${note},
        ${decidedBy}::uuid, ${[...decision.reversedKeys]}::text[])
      returning id
    ), closed as (
      update content_reports r set status = ${measure === "dismiss" ? "dismissed" : "upheld"}, decided_at = now(),
        decided_by = ${decidedBy}::uuid, decision_note = ${note}, decision_id = made.id
      from made
      where r.content_type = ${contentType} and r.content_id = ${contentId}::uuid and r.status = 'open'
    )
    select id from made`.execute(db);
  const [row] = rows;
  if (!row) {
    throw new Error("The decision was not written.");
  }
  return row.id;
}

/** Warns a member, or suspends them from writing for some days. For the service. */
export async function insertSanction(
  db: Db,
  sanction: {
    readonly userId: string;
    readonly reason: string;
    readonly decisionId: string;
    readonly createdBy: string;
    /** Null for a warning. */
    readonly days: number | null;
  },
): Promise<void> {
  const { createdBy, days, decisionId, reason, userId } = sanction;
  await sql`
    insert into member_sanctions (user_id, kind, reason, decision_id, created_by, until)
    values (${userId}::uuid, ${days === null ? "warning" : "suspension"}, ${reason}, ${decisionId}::uuid,
      ${createdBy}::uuid, now() + make_interval(days => ${days}::integer))`.execute(db);
}

/** A decision, held for a change. */
export interface DecisionState extends ReportedThing {
  readonly id: string;
  readonly subjectId: string | null;
  readonly platform: string | null;
  readonly measure: string;
  readonly decidedBy: string | null;
  readonly undoneAt: Date | null;
  readonly reversedKeys: readonly string[];
  readonly appealedAt: Date | null;
  readonly appealDecidedAt: Date | null;
  readonly reporters: readonly string[];
}

/** Locks a decision until the transaction ends; undefined when there is none. For the service. */
export async function lockDecision(db: Db, id: string): Promise<DecisionState | undefined> {
  const { rows } = await sql<DecisionState>`
    select d.id, d.content_type as "contentType", d.content_id as "contentId", d.subject_id as "subjectId",
      d.platform, d.measure, d.decided_by as "decidedBy", d.undone_at as "undoneAt",
      d.reversed_keys as "reversedKeys", d.appealed_at as "appealedAt", d.appeal_decided_at as "appealDecidedAt",
      array(select r.reporter_id from content_reports r
        where r.decision_id = d.id and r.reporter_id is not null) as reporters
    from moderation_decisions d where d.id = ${id}::uuid for update`.execute(db);
  return rows[0];
}

/** Takes a decision back: its sanctions end. Reports go back into the queue, or are closed as dismissed. For the service. */
export async function updateDecisionUndone(
  db: Db,
  undo: {
    readonly id: string;
    readonly by: string;
    readonly reopen: boolean;
    readonly note?: string;
  },
): Promise<void> {
  const { by, id, note, reopen } = undo;
  await sql`
    with undone as (
      update moderation_decisions set undone_at = now(), undone_by = ${by}::uuid where id = ${id}::uuid returning id
    ), lifted as (
      update member_sanctions s set lifted_at = now(), lifted_by = ${by}::uuid
      from undone where s.decision_id = undone.id and s.lifted_at is null
    )
    update content_reports r set
      status = case when ${reopen} then 'open' else 'dismissed' end,
      decided_at = case when ${reopen} then null else now() end,
      decided_by = case when ${reopen} then null else ${by}::uuid end,
      decision_note = case when ${reopen} then null else ${note ?? ""} end,
      decision_id = case when ${reopen} then null else r.decision_id end
    from undone where r.decision_id = undone.id`.execute(db);
}

/** Notes a member's appeal, and on the reports that it is disputed. For the service. */
export async function updateAppealed(db: Db, id: string, text: string): Promise<void> {
  await sql`
    with told as (
      update moderation_decisions set appeal_text = ${text}, appealed_at = now() where id = ${id}::uuid returning id
    )
    update content_reports r set status = 'appealed', appeal_text = ${text}
    from told where r.decision_id = told.id`.execute(db);
}

/** Notes how an appeal was decided, and closes the reports again when the decision stands. For the service. */
export async function updateAppealDecided(
  db: Db,
  appeal: {
    readonly id: string;
    readonly by: string;
    readonly outcome: "upheld" | "overturned";
    readonly note: string;
  },
): Promise<void> {
  const { by, id, note, outcome } = appeal;
  await sql`
    with told as (
      update moderation_decisions set appeal_outcome = ${outcome}, appeal_note = ${note},
        appeal_decided_by = ${by}::uuid, appeal_decided_at = now()
      where id = ${id}::uuid returning id
    )
    update content_reports r set status = 'upheld' from told
    where r.decision_id = told.id and ${outcome === "upheld"}`.execute(db);
}
