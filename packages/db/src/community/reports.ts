import { sql } from "kysely";
import type { Db } from "../core/identity.ts";
import type { Keyset } from "../core/pagination.ts";

const tables = {
  post: "posts",
  post_comment: "post_comments",
  discussion_topic: "discussion_topics",
  discussion_post: "discussion_posts",
  profile: "member_cards",
} as const;

/** Kinds of thing that can be reported, by their names in `entity_types`. */
export type ReportedType = keyof typeof tables;

/** Something that members report and moderators decide about. */
export interface ReportedThing {
  readonly contentType: ReportedType;
  readonly contentId: string;
}

/** Whether the reader may see the thing, by the policies of its own table. */
export async function existsReadable(
  db: Db,
  { contentId, contentType }: ReportedThing,
): Promise<boolean> {
  const { rows } = await sql<{ seen: boolean }>`
    select exists (select from ${sql.table(tables[contentType])} where id = ${contentId}::uuid) as seen`.execute(
    db,
  );
  return rows[0]?.seen ?? false;
}

/** Reports that the member made within the last hour. */
export async function countRecentReports(db: Db, reporterId: string): Promise<number> {
  const row = await db
    .selectFrom("content_reports")
    .select(sql<number>`count(*)::int`.as("made"))
    .where("reporter_id", "=", reporterId)
    .where("created_at", ">", sql<Date>`now() - interval '1 hour'`)
    .executeTakeFirst();
  return row?.made ?? 0;
}

/** Reports a thing; false when the member did so before. */
export async function insertReport(
  db: Db,
  report: ReportedThing & {
    readonly reporterId: string;
    readonly reason: string;
    readonly details: string | null;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("content_reports")
    .values({
      reporter_id: report.reporterId,
      content_type: report.contentType,
      content_id: report.contentId,
      reason: report.reason,
      details: report.details,
    })
    .onConflict((conflict) =>
      conflict.columns(["reporter_id", "content_type", "content_id"]).doNothing(),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** A report that the reader made. */
export interface OwnReportRow {
  readonly id: string;
  readonly contentType: string;
  readonly contentId: string;
  readonly reason: string;
  readonly details: string | null;
  readonly status: string;
  /** Why it was decided so; null while it waits. */
  readonly note: string | null;
  readonly decidedAt: Date | null;
  readonly createdAt: Date;
  readonly cursorAt: string;
}

/** What the reader reported, newest first. */
export async function listOwnReports(
  db: Db,
  page: { readonly userId: string; readonly after?: Keyset | undefined; readonly limit: number },
): Promise<OwnReportRow[]> {
  const { after, limit, userId } = page;
  const { rows } = await sql<OwnReportRow>`
    select id, content_type as "contentType", content_id as "contentId", reason, details, status,
      decision_note as note, decided_at as "decidedAt", created_at as "createdAt", created_at::text as "cursorAt"
    from content_reports
    where reporter_id = ${userId}::uuid
      ${after ? sql`and (created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by created_at desc, id desc limit ${limit}`.execute(db);
  return rows;
}

/** A decision about the reader, with how an appeal went. */
export interface OwnDecisionRow {
  readonly id: string;
  readonly contentType: string;
  readonly contentId: string;
  readonly excerpt: string;
  readonly measure: string;
  readonly note: string;
  readonly createdAt: Date;
  readonly undoneAt: Date | null;
  /** End of a suspension that belongs to it; null without one, or when it was lifted. */
  readonly suspendedUntil: Date | null;
  readonly appealText: string | null;
  readonly appealOutcome: string | null;
  readonly appealNote: string | null;
}

/** What moderators decided about the member, newest first; at most 100. Dismissed reports are not among it. */
export async function listOwnDecisions(db: Db, userId: string): Promise<OwnDecisionRow[]> {
  const { rows } = await sql<OwnDecisionRow>`
    select d.id, d.content_type as "contentType", d.content_id as "contentId", d.excerpt, d.measure, d.note,
      d.created_at as "createdAt", d.undone_at as "undoneAt", d.appeal_text as "appealText",
      d.appeal_outcome as "appealOutcome", d.appeal_note as "appealNote",
      (select s.until from member_sanctions s where s.decision_id = d.id and s.lifted_at is null
        and s.kind = 'suspension') as "suspendedUntil"
    from moderation_decisions d
    where d.subject_id = ${userId}::uuid and d.measure <> 'dismiss'
    order by d.created_at desc, d.id desc limit 100`.execute(db);
  return rows;
}
