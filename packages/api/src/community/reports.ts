import { lockDecision, updateAppealed } from "@neothink/db/community/moderation";
import { listModeratorIds } from "@neothink/db/community/moderation-queue";
import { findReportedOwner } from "@neothink/db/community/reported-owner";
import {
  countRecentReports,
  existsReadable,
  insertReport,
  listOwnDecisions,
  listOwnReports,
  type OwnDecisionRow,
  type OwnReportRow,
} from "@neothink/db/community/reports";
import { insertAudit } from "@neothink/db/core/audit";
import { asSystem } from "@neothink/db/core/identity";
import { type Page, toPage } from "@neothink/db/core/pagination";
import type { MemberContext } from "../core/context.ts";
import { Conflict, Invalid, LimitReached, NotFound } from "../core/errors.ts";
import { placeOf } from "./members.ts";
import { tellOfAppeal, tellOfReport } from "./report-telling.ts";
import {
  type AppealDecision,
  type CreateReport,
  type ListReports,
  reportReasons,
} from "./reports.schema.ts";

// Our figure: more than a careful reader needs, less than a campaign.
const reportsPerHour = 20;

/** Whether a report is new. */
export interface Reported {
  readonly fresh: boolean;
}

/** Brings something before the moderators. Sent twice, it is one report. */
export async function reportContent(ctx: MemberContext, input: CreateReport): Promise<Reported> {
  const { db, viewer } = ctx;
  const { contentId, contentType, details, reason } = input;
  const thing = { contentType, contentId };
  if (!(await existsReadable(db, thing))) {
    throw new NotFound("content_not_found", "This is not here any more.");
  }
  if ((await asSystem(db, (system) => findReportedOwner(system, thing))) === viewer.id) {
    throw new Invalid("own_content", "You can change or remove this yourself.");
  }
  if ((await countRecentReports(db, viewer.id)) >= reportsPerHour) {
    throw new LimitReached(
      "too_many_reports",
      `That is ${reportsPerHour} reports within an hour. Moderators look at them; please wait.`,
    );
  }
  const fresh = await insertReport(db, {
    ...thing,
    reporterId: viewer.id,
    reason,
    details: details || null,
  });
  if (fresh) {
    const moderators = await asSystem(db, listModeratorIds);
    await tellOfReport(db, {
      ...thing,
      moderators: moderators.filter((id) => id !== viewer.id),
      reason: reportReasons[reason].title,
    });
    await insertAudit(db, {
      actorId: viewer.id,
      action: "report:create",
      entityType: contentType,
      entityId: contentId,
      after: { reason },
    });
  }
  return { fresh };
}

/** What the member reported, with the decisions. */
export async function readOwnReports(
  { db, viewer }: MemberContext,
  { cursor, limit }: ListReports,
): Promise<Page<OwnReportRow>> {
  const after = placeOf(cursor);
  const rows = await listOwnReports(db, { userId: viewer.id, after, limit: limit + 1 });
  return toPage(rows, limit);
}

/** What was decided about the member. */
export async function readOwnDecisions({ db, viewer }: MemberContext): Promise<OwnDecisionRow[]> {
  return listOwnDecisions(db, viewer.id);
}

/** Asks for a second decision by another moderator; once for each decision, by whom it concerns. */
export async function appealDecision(
  ctx: MemberContext,
  { id, text }: AppealDecision,
): Promise<void> {
  const { db, viewer } = ctx;
  await asSystem(db, async (system) => {
    const decision = await lockDecision(system, id);
    if (!decision || decision.subjectId !== viewer.id || decision.measure === "dismiss") {
      throw new NotFound("decision_not_found", "There is no such decision about you.");
    }
    if (decision.undoneAt) {
      throw new Conflict("decision_undone", "This decision was taken back already.");
    }
    if (decision.appealedAt) {
      throw new Conflict(
        "appealed",
        "You have appealed this decision. Another moderator looks at it.",
      );
    }
    await updateAppealed(system, id, text);
    const moderators = await listModeratorIds(system);
    const others = moderators.filter((each) => each !== decision.decidedBy && each !== viewer.id);
    await tellOfAppeal(system, decision, { moderators: others, text });
    await insertAudit(system, {
      actorId: viewer.id,
      action: "decision:appeal",
      entityType: "moderation_decision",
      entityId: id,
    });
  });
}
