import { appOrigins } from "@neothink/brand/origins";
import { isPlatformSlug, platforms } from "@neothink/brand/platforms";
import { findMailTemplate, insertMailEvent, type MailJob } from "@neothink/db/messaging/mail";
import type { JobRun } from "../core/job.ts";
import { sendMail } from "../core/mailer.ts";
import { mailText } from "./mail-text.ts";

/** Sends one member what a claim took for them, and records what became of it; false when it failed. */
export async function postMail(
  { step }: JobRun,
  job: MailJob,
  templateName: "notification" | "digest",
): Promise<boolean> {
  const slug = isPlatformSlug(job.platform) ? job.platform : "hub";
  const origin = appOrigins()[slug];
  const template = await step((db) => findMailTemplate(db, templateName));
  if (!template) {
    throw new Error(`There is no mail template "${templateName}".`);
  }
  const mail = mailText(template, {
    name: job.name ?? "member",
    brand: platforms[slug].name,
    link: `${origin}/notifications`,
    lines: job.items.map(({ body, href, title }) => ({
      title,
      body,
      link: `${origin}${href ?? "/notifications"}`,
    })),
    settingsLink: `${origin}/settings/notifications`,
    unsubscribeLink: `${origin}/unsubscribe?key=${job.unsubscribeKey}`,
  });
  const event = { userId: job.userId, template: templateName } as const;
  const items = job.items.length;
  try {
    const unsubscribeUrl = `${origin}/api/mail/unsubscribe/${job.unsubscribeKey}`;
    const messageId = await sendMail({ to: job.email, unsubscribeUrl, ...mail });
    await step((db) =>
      insertMailEvent(db, { ...event, outcome: "sent", metadata: { messageId, items } }),
    );
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await step((db) =>
      insertMailEvent(db, { ...event, outcome: "failed", metadata: { reason, items } }),
    );
    return false;
  }
}
