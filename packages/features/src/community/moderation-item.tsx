"use client";

import { isPlatformSlug, platforms } from "@neothink/brand/platforms";
import { Badge } from "@neothink/ui/badge";
import { Button } from "@neothink/ui/button";
import { Checkbox } from "@neothink/ui/checkbox";
import { Time } from "@neothink/ui/time";
import Link from "next/link";
import type { ReactElement } from "react";
import { Markdown } from "./markdown.tsx";
import { labelOf, type QueueItem, thingHref } from "./report-query.ts";

/** The member whom a report is about, and what there was before. */
export function SubjectLine({
  subject,
}: {
  subject: Pick<
    QueueItem,
    "subjectId" | "subjectName" | "removals" | "warnings" | "suspensions" | "suspendedUntil"
  >;
}): ReactElement {
  const { removals, subjectId, subjectName, suspendedUntil, suspensions, warnings } = subject;
  const name = subjectId === null ? "Former member" : (subjectName ?? "A member");
  const before = [
    removals > 0 ? `${removals} removed` : null,
    warnings > 0 ? `${warnings} warned` : null,
    suspensions > 0 ? `${suspensions} suspended` : null,
  ].filter((part) => part !== null);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      {subjectId === null ? (
        <span className="font-medium">{name}</span>
      ) : (
        <Link href={`/members/${subjectId}`} className="font-medium hover:underline">
          {name}
        </Link>
      )}
      <span className="text-muted-foreground">
        {before.length > 0 ? `Before: ${before.join(", ")}` : "Nothing before"}
      </span>
      {suspendedUntil ? <Badge variant="warning">Suspended now</Badge> : null}
    </p>
  );
}

/** One thing that was reported: its text, its author, and who says what about it. */
export function ModerationItem({
  item,
  picked,
  onPick,
  onDecide,
}: {
  item: QueueItem;
  picked: boolean;
  onPick: (on: boolean) => void;
  onDecide: () => void;
}): ReactElement {
  const label = labelOf(item.contentType);
  const { contentId, contentType, parentId, platform } = item;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-xl border bg-card p-4 shadow-xs sm:p-5">
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <Checkbox
          checked={picked}
          aria-label={`Choose this ${label} by ${item.subjectName ?? "a former member"}`}
          onCheckedChange={(on) => onPick(on === true)}
        />
        <Badge variant="outline">{label}</Badge>
        {platform && isPlatformSlug(platform) ? <span>{platforms[platform].name}</span> : null}
        <span className="text-muted-foreground">
          first reported <Time value={item.firstAt} />
        </span>
        <Link
          href={thingHref(contentType, contentId, parentId)}
          className="text-brand-text underline underline-offset-4"
        >
          See it in its place
        </Link>
      </div>
      <SubjectLine subject={item} />
      <div className="max-h-72 overflow-y-auto rounded-lg border bg-background p-4">
        {item.body === null ? (
          <p className="text-sm text-muted-foreground">It is gone for good.</p>
        ) : (
          <Markdown>{item.body}</Markdown>
        )}
      </div>
      {item.deletedAt ? (
        <p className="text-sm text-muted-foreground">
          Its author or a moderator has removed it <Time value={item.deletedAt} />.
        </p>
      ) : null}
      <ul aria-label="What reporters say" className="grid gap-1.5 text-sm">
        {item.reports.map((report) => (
          <li key={report.at + report.reporter} className="leading-6">
            <Badge variant="warning">{report.reason.replace("_", " ")}</Badge>{" "}
            <span className="text-muted-foreground">{report.reporter ?? "Former member"}</span>
            {report.details ? <span>: {report.details}</span> : null}
          </li>
        ))}
      </ul>
      <div>
        <Button size="sm" variant="outline" onClick={onDecide}>
          Decide
        </Button>
      </div>
    </li>
  );
}
