import { platformSlugs } from "@neothink/brand/platforms";
import { z } from "zod";

/** What can be reported, and the word for it. */
export const reportableLabels = {
  post: "post",
  post_comment: "comment",
  discussion_topic: "topic",
  discussion_post: "answer",
  profile: "member",
} as const;
export type ReportableType = keyof typeof reportableLabels;

/** Names of what can be reported. */
export const reportableTypes = [
  "post",
  "post_comment",
  "discussion_topic",
  "discussion_post",
  "profile",
] as const satisfies readonly ReportableType[];

/** Why something is reported. */
export const reportReasons = {
  spam: { title: "Spam", description: "Advertising, or the same thing again and again." },
  abuse: { title: "Abuse", description: "Attacks, threatens or humiliates somebody." },
  misinformation: { title: "Misinformation", description: "Says something harmful and untrue." },
  off_topic: { title: "Off topic", description: "Belongs somewhere else." },
  illegal: { title: "Illegal", description: "Breaks the law, or somebody's rights." },
  other: { title: "Something else", description: "Say below what it is." },
} as const;
export type ReportReason = keyof typeof reportReasons;

const reasonNames = [
  "spam",
  "abuse",
  "misinformation",
  "off_topic",
  "illegal",
  "other",
] as const satisfies readonly ReportReason[];

const id = z.guid();
const cursor = z.string().max(200).nullish();
const limit = z.int().min(1).max(50).default(20);
const thing = z.object({ contentType: z.enum(reportableTypes), contentId: id });

export const CreateReport = thing.extend({
  reason: z.enum(reasonNames),
  details: z.string().trim().max(2000).default(""),
});
export type CreateReport = z.infer<typeof CreateReport>;

export const ListReports = z.object({ cursor, limit });
export type ListReports = z.infer<typeof ListReports>;

export const AppealDecision = z.object({
  id,
  text: z.string().trim().min(1, "Say why it should be looked at again.").max(4000),
});
export type AppealDecision = z.infer<typeof AppealDecision>;

export const ListQueue = z.object({
  contentType: z.enum(reportableTypes).optional(),
  reason: z.enum(reasonNames).optional(),
  platform: z.enum(platformSlugs).optional(),
  cursor,
  limit,
});
export type ListQueue = z.infer<typeof ListQueue>;

export const ListDecisions = z.object({
  appealed: z.boolean().default(false),
  subjectId: id.optional(),
  cursor,
  limit,
});
export type ListDecisions = z.infer<typeof ListDecisions>;

/** What a moderator can do about a report. */
export const measures = ["dismiss", "remove", "warn", "suspend"] as const;
export type Measure = (typeof measures)[number];

const note = z.string().trim().max(2000);

export const DecideReports = z
  .object({
    items: z.array(thing).min(1).max(50),
    measure: z.enum(measures),
    /** Told to the author, and to those who reported it. */
    note: note.default(""),
    /** Length of a suspension. */
    days: z.int().min(1).max(365).default(7),
    /** Removes the content along with a warning or suspension. */
    remove: z.boolean().default(false),
  })
  .refine(({ measure, note: text }) => measure === "dismiss" || text !== "", {
    path: ["note"],
    message: "Give a reason: the member is told.",
  });
export type DecideReports = z.infer<typeof DecideReports>;

export const UndoDecisions = z.object({ ids: z.array(id).min(1).max(50) });
export type UndoDecisions = z.infer<typeof UndoDecisions>;

export const DecideAppeal = z.object({
  id,
  outcome: z.enum(["upheld", "overturned"]),
  note: note.min(1, "Give a reason: the member is told."),
});
export type DecideAppeal = z.infer<typeof DecideAppeal>;
