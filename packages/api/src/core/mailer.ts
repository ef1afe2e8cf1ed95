import { createTransport, type Transporter } from "nodemailer";
import { mailSettings } from "./env.ts";

/** A mail to one member. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Address that ends such mails when it is posted to, as RFC 8058 asks. */
  readonly unsubscribeUrl: string;
}

let known: { readonly url: string; readonly transport: Transporter } | null = null;

function transportTo(url: string): Transporter {
  if (known?.url !== url) {
    known?.transport.close();
    known = { url, transport: createTransport({ url, pool: true, maxConnections: 2 }) };
  }
  return known.transport;
}

/** Sends a mail and gives its message id. @throws Error when no mail server is set, or it refuses. */
export async function sendMail(mail: OutgoingMail): Promise<string> {
  const settings = mailSettings();
  if (!settings) {
    throw new Error("SMTP_URL is not set, so no mail can be sent.");
  }
  const { messageId } = await transportTo(settings.smtpUrl).sendMail({
    from: settings.from,
    to: { name: "", address: mail.to },
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: {
      "Auto-Submitted": "auto-generated",
      "List-Unsubscribe": `<${mail.unsubscribeUrl}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  });
  return String(messageId);
}

/** Closes the connections to the mail server. */
export function closeMailer(): void {
  known?.transport.close();
  known = null;
}
