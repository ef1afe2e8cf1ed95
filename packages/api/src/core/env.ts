import { z } from "zod";

/** What a variable is for and how it looks; shown when it is missing or malformed. */
const guide = {
  CRON_SECRET:
    "what a scheduler must show to start periodic work. Example: 32 random characters or more",
  SMTP_URL:
    "the mail server that notifications leave through. Example: smtp://user:secret@mail.example.org:587",
  MAIL_FROM: "the sender of every mail. Example: Neothink <hello@example.org>",
} as const;

function read(name: keyof typeof guide, schema: z.ZodType<string>): string | null {
  const value = process.env[name]?.trim();
  if (!value) {
    return null;
  }
  if (!schema.safeParse(value).success) {
    throw new Error(`${name} is malformed: ${guide[name]}`);
  }
  return value;
}

/** The scheduler's secret; null where none is set, and then nobody may start a job. */
export function cronSecret(): string | null {
  return read("CRON_SECRET", z.string().min(16));
}

/** Where and as whom mail is sent; null where no mail server is set. */
export function mailSettings(): { readonly smtpUrl: string; readonly from: string } | null {
  const smtpUrl = read("SMTP_URL", z.url({ protocol: /^smtps?$/ }));
  const from = read("MAIL_FROM", z.string().regex(/@/));
  return smtpUrl === null ? null : { smtpUrl, from: from ?? "Neothink <hello@neothink.local>" };
}
