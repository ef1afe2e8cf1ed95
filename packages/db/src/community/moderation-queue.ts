import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { Keyset } from "../core/pagination.ts";
import type { ReportedThing } from "./reports.ts";

/** What is known of a member to whoever moderates. */
export interface SubjectFacts {
  readonly subjectId: string | null;
  readonly subjectName: string | null;
  readonly subjectSince: Date | null;
  /** Decisions against the member that stand. */
  readonly removals: number;
  readonly warnings: number;
  readonly suspensions: number;
  /** End of the suspension that runs; null when none does. */
  readonly suspendedUntil: Date | null;
}

/** One report in the queue. */
export interface QueuedReport {
  readonly reason: string;
  readonly details: string | null;
  readonly reporter: string | null;
  /** ISO text. */
  readonly at: string;
}

/** A thing that was reported and waits for a decision. */
export interface QueueRow extends ReportedThing, SubjectFacts {
  readonly platform: string | null;
  /** Text as it stands, Markdown; null when it is gone for good. */
  readonly body: string | null;
  /** Post of a comment, topic of an answer. */
  readonly parentId: string | null;
  readonly writtenAt: Date | null;
  /** Set when somebody removed it since. */
  readonly deletedAt: Date | null;
  readonly reports: readonly QueuedReport[];
  readonly firstAt: Date;
  readonly cursorAt: string;
  readonly id: string;
}

export interface QueueFilter {
  readonly contentType?: string | undefined;
  readonly reason?: string | undefined;
  readonly platform?: string | undefined;
  readonly after?: Keyset | undefined;
  readonly limit: number;
}

const measures = (measure: string) => sql`(select count(*)::int from moderation_decisions h
  where h.subject_id = x.subject_id and h.measure = ${measure} and h.undone_at is null)`;

// Of `x`, which has `subject_id`; `c` is the member's card.
const subjectFacts = sql`x.subject_id as "subjectId", c.full_name as "subjectName", c.joined_at as "subjectSince",
  ${measures("remove")} as removals, ${measures("warn")} as warnings, ${measures("suspend")} as suspensions,
  app.suspended_until(x.subject_id) as "suspendedUntil"`;

/** Things with open reports, the longest waiting first, with all that a decision needs. For the service. */
export async function listQueue(db: Db, filter: QueueFilter): Promise<QueueRow[]> {
  const { after, contentType, limit, platform, reason } = filter;
  const { rows } = await sql<QueueRow>`
    with x as (
      select r.content_type, r.content_id, min(r.created_at) as first_at, min(r.platform) as platform,
        (array_agg(r.subject_id))[1] as subject_id,
        jsonb_agg(jsonb_build_object('reason', r.reason, 'details', r.details, 'reporter', m.full_name,
          'at', r.created_at) order by r.created_at) as reports
      from content_reports r left join member_cards m on m.id = r.reporter_id
      where r.status = 'open'
        ${contentType ? sql`and r.content_type = ${contentType}` : sql``}
        ${platform ? sql`and r.platform = ${platform}` : sql``}
      group by r.content_type, r.content_id
      having ${reason ? sql`bool_or(r.reason = ${reason})` : sql`true`}
        ${after ? sql`and (min(r.created_at), r.content_id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
      order by min(r.created_at), r.content_id limit ${limit}
    )
    select x.content_type as "contentType", x.content_id as "contentId", x.content_id as id, x.platform,
      o.body, o.parent_id as "parentId", o.written_at as "writtenAt", o.deleted_at as "deletedAt",
      x.reports, x.first_at as "firstAt", x.first_at::text as "cursorAt", ${subjectFacts}
    from x
    left join lateral app.reported_content(x.content_type, x.content_id) o on true
    left join member_cards c on c.id = x.subject_id
    order by x.first_at, x.content_id`.execute(db);
  return rows;
}

/** A decision as moderators see it. */
export interface DecisionRow extends ReportedThing, SubjectFacts {
  readonly id: string;
  readonly platform: string | null;
  readonly excerpt: string;
  readonly measure: string;
  readonly note: string;
  readonly decidedBy: string | null;
  readonly moderator: string | null;
  readonly createdAt: Date;
  readonly undoneAt: Date | null;
  readonly appealText: string | null;
  readonly appealedAt: Date | null;
  readonly appealOutcome: string | null;
  readonly appealNote: string | null;
  readonly cursorAt: string;
}

/** Decisions, newest first; only those with an appeal that waits, or about one member, when asked for. For the service. */
export async function listDecisions(
  db: Db,
  filter: {
    readonly appealed: boolean;
    readonly subjectId?: string | undefined;
    readonly after?: Keyset | undefined;
    readonly limit: number;
  },
): Promise<DecisionRow[]> {
  const { after, appealed, limit, subjectId } = filter;
  const { rows } = await sql<DecisionRow>`
    select x.id, x.content_type as "contentType", x.content_id as "contentId", x.platform, x.excerpt, x.measure,
      x.note, x.decided_by as "decidedBy", m.full_name as moderator, x.created_at as "createdAt",
      x.undone_at as "undoneAt", x.appeal_text as "appealText", x.appealed_at as "appealedAt",
      x.appeal_outcome as "appealOutcome", x.appeal_note as "appealNote", x.created_at::text as "cursorAt",
      ${subjectFacts}
    from moderation_decisions x
    left join member_cards c on c.id = x.subject_id
    left join member_cards m on m.id = x.decided_by
    where true
      ${appealed ? sql`and x.appealed_at is not null and x.appeal_decided_at is null` : sql``}
      ${subjectId ? sql`and x.subject_id = ${subjectId}::uuid` : sql``}
      ${after ? sql`and (x.created_at, x.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by x.created_at desc, x.id desc limit ${limit}`.execute(db);
  return rows;
}

/** How much waits: things with open reports, and appeals. For the service. */
export async function countWaiting(db: Db): Promise<{ reports: number; appeals: number }> {
  const { rows } = await sql<{ reports: number; appeals: number }>`
    select (select count(distinct (content_type, content_id))::int from content_reports where status = 'open') as reports,
      (select count(*)::int from moderation_decisions
        where appealed_at is not null and appeal_decided_at is null) as appeals`.execute(db);
  return rows[0] ?? { reports: 0, appeals: 0 };
}

/** Accounts that may moderate. For the service. */
export async function listModeratorIds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select app.moderator_ids() as id`.execute(db);
  return rows.map((row) => row.id);
}
