import { setTimeout as wait } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { codeOf } from "../stack/problem.ts";
import type { Background } from "./background.ts";
import type { Database } from "./database.ts";
import { run } from "./database.ts";
import type { TemplateName, TemplateValues } from "./mail-templates.ts";
import { renderMail } from "./mail-templates.ts";

/** A mail to send: which text, to whom, about what. */
export interface Mail {
  template: TemplateName;
  to: string;
  userId: string | null;
  values: Omit<TemplateValues, "brand">;
}

/** Sends mails after the answer, with retries. */
export interface Mailer {
  /** Takes the mail and returns at once. */
  queue(mail: Mail): void;
  /** From now on a mail that cannot be sent is given up at once. */
  stopRetrying(): void;
  /** Frees the connections. */
  close(): void;
}

/** How to reach the mail server, and whom mails are from. */
export interface MailSettings {
  smtpUrl: string;
  mailFrom: string;
  siteName: string;
}

// Some two minutes in all: longer outages outlive most links anyway, and the member asks again.
const retryAfterMs = [500, 2_000, 10_000, 30_000, 60_000];

/** Makes the mailer. Texts are read at sending, so that an operator's change shows at once. */
export function createMailer(db: Database, background: Background, settings: MailSettings): Mailer {
  const transport = createTransport({ url: settings.smtpUrl, pool: true, maxConnections: 2 });
  const closing = new AbortController();

  async function deliver(mail: Mail): Promise<string> {
    const { siteName, mailFrom } = settings;
    const values = { ...mail.values, brand: siteName };
    const rendered = await renderMail(db, mail.template, values);
    const { messageId } = await transport.sendMail({
      from: mailFrom,
      to: { name: "", address: mail.to },
      ...rendered,
      // Vacation replies to machines go nowhere.
      headers: { "Auto-Submitted": "auto-generated" },
    });
    return messageId;
  }

  async function deliverWithRetries(mail: Mail): Promise<void> {
    for (const [attempt, pause] of [...retryAfterMs, null].entries()) {
      try {
        const messageId = await deliver(mail);
        // No `await`: a mail that is out must not go out twice for want of its record.
        return recordMail(db, mail, "delivered", { message_id: messageId });
      } catch (error) {
        const reason = codeOf(error) || "unknown";
        if (pause === null || closing.signal.aborted || isFinal(error)) {
          console.error(`auth: a ${mail.template} mail was given up: ${reason}`);
          return await recordMail(db, mail, "bounced", { reason, attempts: attempt + 1 });
        }
        await wait(pause, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  }

  return {
    queue(mail) {
      background.start(`mail ${mail.template}`, () => deliverWithRetries(mail));
    },
    stopRetrying: () => closing.abort(),
    close: () => transport.close(),
  };
}

/** 5xx answers are the mail server's last word. */
function isFinal(error: unknown): boolean {
  const code = error instanceof Error && "responseCode" in error ? error.responseCode : 0;
  return typeof code === "number" && code >= 500;
}

async function recordMail(
  db: Database,
  mail: Mail,
  event: "delivered" | "bounced",
  metadata: Record<string, unknown>,
): Promise<void> {
  await run(
    db,
    `insert into public.email_events (user_id, email_type, event_type, metadata)
     select (select id from public.users where id = $1), $2, $3, $4`,
    [mail.userId, mail.template, event, JSON.stringify(metadata)],
  );
}
