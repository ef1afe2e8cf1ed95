import type { Database } from "./database.ts";
import { row } from "./database.ts";

/** Names of the texts, as in `public.email_templates`. */
export type TemplateName =
  | "welcome"
  | "password_reset"
  | "magic_link"
  | "email_confirmation"
  | "email_change"
  | "invite"
  | "reauthentication"
  | "security_alert";

/** What a text may mention as `{{brand}}`. A name without a value leaves nothing behind. */
export interface TemplateValues {
  brand: string;
  /** How to call the reader. */
  name: string;
  email: string;
  new_email?: string;
  /** Where the button leads. */
  link: string;
  /** The six digits. */
  code?: string;
  /** How long link and code hold, in words. */
  expires_in?: string;
  /** What happened to the account, as a sentence without its full stop. */
  change?: string;
  time?: string;
  /** Who invites. */
  actor?: string;
}

/** A mail's texts, ready to send. */
export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

interface Template {
  subject: string;
  html: string;
  text: string | null;
}

const holds = "Link and code hold for {{expires_in}} and work once.";
const ignore = "If this was not you, ignore this mail.";

/** A text with a lead, a link, a code and the usual end. */
function linked(subject: string, lead: string, action: string): Template {
  return {
    subject,
    html: `<p>Hello {{name}},</p><p>${lead}</p><p><a href="{{link}}">${action}</a></p><p>Or enter this code: <strong>{{code}}</strong></p><p>${holds} ${ignore}</p>`,
    text: `Hello {{name}},\n\n${lead}\n\n${action}: {{link}}\n\nOr enter this code: {{code}}\n\n${holds} ${ignore}\n`,
  };
}

/** Texts for names that the table does not hold. */
const defaults: Record<TemplateName, Template> = {
  welcome: {
    subject: "Welcome to {{brand}}",
    html: '<p>Hello {{name}},</p><p>Your address is confirmed and your account is ready. One sign-in opens all four apps.</p><p><a href="{{link}}">Open {{brand}}</a></p>',
    text: "Hello {{name}},\n\nYour address is confirmed and your account is ready. One sign-in opens all four apps.\n\n{{link}}\n",
  },
  email_confirmation: linked(
    "Confirm your address for {{brand}}",
    "Please confirm that {{email}} is yours.",
    "Confirm my address",
  ),
  magic_link: linked(
    "Your sign-in link for {{brand}}",
    "Sign in to {{brand}} as {{email}}.",
    "Sign in",
  ),
  password_reset: linked(
    "Choose a new password for {{brand}}",
    "Somebody asked for a new password for {{email}}.",
    "Choose a new password",
  ),
  invite: linked(
    "You are invited to {{brand}}",
    "{{actor}} would like you to join {{brand}}.",
    "Accept the invitation",
  ),
  email_change: linked(
    "Confirm the change of your address",
    "The address of your account is to change from {{email}} to {{new_email}}. Both addresses must agree.",
    "Agree to the change",
  ),
  reauthentication: {
    subject: "Your code for {{brand}}",
    html: "<p>Hello {{name}},</p><p>Enter this code to go on: <strong>{{code}}</strong></p><p>It holds for {{expires_in}}. If this was not you, change your password.</p>",
    text: "Hello {{name}},\n\nEnter this code to go on: {{code}}\n\nIt holds for {{expires_in}}. If this was not you, change your password.\n",
  },
  security_alert: {
    subject: "A change to your {{brand}} account",
    html: '<p>Hello {{name}},</p><p>{{change}} ({{time}}). If this was not you, change your password now.</p><p><a href="{{link}}">Open security settings</a></p>',
    text: "Hello {{name}},\n\n{{change}} ({{time}}). If this was not you, change your password now.\n\n{{link}}\n",
  },
};

/** Fills the text of this name: the one that operators wrote, else the built-in one. */
export async function renderMail(
  db: Database,
  name: TemplateName,
  values: TemplateValues,
): Promise<RenderedMail> {
  const template =
    (await row<{ subject: string; html: string; text: string | null }>(
      db,
      `select subject, html_content as html, text_content as text
       from public.email_templates where name = $1`,
      [name],
    )) ?? defaults[name];
  const html = fill(template.html, values, escapeHtml);
  const text = template.text ? fill(template.text, values, asIs) : plainText(html);
  return {
    // A line break in a header would start another header.
    subject: fill(template.subject, values, asIs).replace(/\s+/g, " ").trim(),
    html,
    text,
  };
}

function fill(template: string, values: TemplateValues, encode: (value: string) => string): string {
  const lookup: Record<string, string | undefined> = { ...values };
  return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, key: string) => encode(lookup[key] ?? ""));
}

function asIs(value: string): string {
  return value;
}

function escapeHtml(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function plainText(html: string): string {
  return html
    .replace(/<a\b[^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gis, "$2: $1")
    .replace(/<\/(p|div|h\d|li|tr)>|<br\s*\/?>/gi, "\n")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
