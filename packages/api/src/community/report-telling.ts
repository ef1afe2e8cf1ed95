import { isPlatformSlug, type PlatformSlug } from "@neothink/brand/platforms";
import type { Db } from "@neothink/db/core/identity";
import { notify, withdrawNews } from "../messaging/notify.ts";
import { type Measure, type ReportableType, reportableLabels } from "./reports.schema.ts";

/** What news about a decision need to know of it. */
export interface ToldDecision {
  readonly id: string;
  readonly contentType: ReportableType;
  readonly subjectId: string | null;
  readonly platform: string | null;
  readonly reporters: readonly string[];
}

const ownReports = "/settings/reports";
const queue = "/admin/moderation";

function placeOf(platform: string | null): PlatformSlug {
  return platform !== null && isPlatformSlug(platform) ? platform : "hub";
}

const answers: Readonly<Record<Measure, string>> = {
  dismiss: "We found nothing against our rules.",
  remove: "Thank you. It was removed.",
  warn: "Thank you. The member was warned.",
  suspend: "Thank you. The member may not write for a while.",
};

function wordsOf(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(" ");
}

/** Tells moderators of something that was reported, once for each thing and reporter's reason. */
export async function tellOfReport(
  db: Db,
  report: {
    readonly moderators: readonly string[];
    readonly contentType: ReportableType;
    readonly contentId: string;
    readonly reason: string;
  },
): Promise<void> {
  await notify(db, {
    recipients: report.moderators,
    kind: "report_received",
    platform: "hub",
    words: { reason: `A ${reportableLabels[report.contentType]}: ${report.reason}` },
    href: queue,
    groupKey: "reports",
    idempotencyKey: `report:${report.contentType}:${report.contentId}`,
  });
}

/** Tells those who reported, and whom it concerns, what was decided and why. */
export async function tellOfDecision(
  db: Db,
  decision: ToldDecision,
  told: { readonly measure: Measure; readonly note: string; readonly days: number },
): Promise<void> {
  const { days, measure, note } = told;
  const platform = placeOf(decision.platform);
  await notify(db, {
    recipients: decision.reporters.filter((id) => id !== decision.subjectId),
    kind: "report_decided",
    platform,
    words: { decision: wordsOf(answers[measure], note) },
    href: ownReports,
    idempotencyKey: `decision:${decision.id}:reporter`,
  });
  if (decision.subjectId === null || measure === "dismiss") {
    return;
  }
  const subject = {
    recipients: [decision.subjectId],
    platform,
    href: ownReports,
    idempotencyKey: `decision:${decision.id}:subject`,
  };
  if (measure === "remove") {
    const kind = reportableLabels[decision.contentType];
    await notify(db, { ...subject, kind: "content_removed", words: { kind, reason: note } });
    return;
  }
  const title =
    measure === "warn"
      ? "A moderator warned you"
      : `You may not write for ${days} ${days === 1 ? "day" : "days"}`;
  await notify(db, { ...subject, kind: "sanction", words: { title, reason: note } });
}

/** Takes back what nobody read yet, and tells whom a decision concerned that it holds no more. */
export async function tellOfUndo(db: Db, decision: ToldDecision, reason: string): Promise<void> {
  await withdrawNews(db, `decision:${decision.id}:reporter`);
  await withdrawNews(db, `decision:${decision.id}:subject`);
  if (decision.subjectId === null) {
    return;
  }
  await notify(db, {
    recipients: [decision.subjectId],
    kind: "decision_undone",
    platform: placeOf(decision.platform),
    words: { kind: reportableLabels[decision.contentType], reason },
    href: ownReports,
    idempotencyKey: `decision:${decision.id}:undone`,
  });
}

/** Tells the moderators who did not decide that their decision is wanted. */
export async function tellOfAppeal(
  db: Db,
  decision: ToldDecision,
  appeal: { readonly moderators: readonly string[]; readonly text: string },
): Promise<void> {
  await notify(db, {
    recipients: appeal.moderators,
    kind: "appeal_received",
    platform: "hub",
    words: { reason: appeal.text.slice(0, 200) },
    href: `${queue}?part=appeals`,
    groupKey: "appeals",
    idempotencyKey: `appeal:${decision.id}`,
  });
}

/** Tells the member how their appeal was decided, and those who reported when that changes anything. */
export async function tellOfSecondDecision(
  db: Db,
  decision: ToldDecision,
  told: { readonly outcome: "upheld" | "overturned"; readonly note: string },
): Promise<void> {
  const platform = placeOf(decision.platform);
  const overturned = told.outcome === "overturned";
  if (decision.subjectId !== null) {
    await notify(db, {
      recipients: [decision.subjectId],
      kind: "appeal_decided",
      platform,
      words: {
        decision: overturned ? "You were right: it holds no more." : "The decision stands.",
        reason: told.note,
      },
      href: ownReports,
      idempotencyKey: `appeal:${decision.id}:decided`,
    });
  }
  if (overturned) {
    await notify(db, {
      recipients: decision.reporters.filter((id) => id !== decision.subjectId),
      kind: "report_decided",
      platform,
      words: { decision: wordsOf("On appeal, another moderator decided otherwise.", told.note) },
      href: ownReports,
      idempotencyKey: `appeal:${decision.id}:reporter`,
    });
  }
}
