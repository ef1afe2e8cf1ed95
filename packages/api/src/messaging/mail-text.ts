import type { MailTemplate } from "@neothink/db/messaging/mail";

/** A line of a mail, with its address in full. */
export interface MailLine {
  readonly title: string;
  readonly body: string;
  readonly link: string;
}

/** What a mail is made of. */
export interface MailContent {
  readonly name: string;
  readonly brand: string;
  /** Where the mail as a whole leads. */
  readonly link: string;
  readonly lines: readonly MailLine[];
  readonly settingsLink: string;
  readonly unsubscribeLink: string;
}

/** A mail's texts, ready to send. */
export interface MailText {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? "") : "",
  );
}

function escaped(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, escapeHtml(value)]),
  );
}

/** Fills a mail's template. What members wrote is escaped in HTML, and cannot break the subject. */
export function mailText(template: MailTemplate, content: MailContent): MailText {
  const { brand, lines, link, name, settingsLink, unsubscribeLink } = content;
  const [first] = lines;
  const values = {
    name,
    brand,
    link: lines.length === 1 ? (first?.link ?? link) : link,
    title: first?.title ?? "",
    body: first?.body ?? "",
  };
  const htmlItems = lines
    .map(
      (line) =>
        `<p><a href="${escapeHtml(line.link)}"><strong>${escapeHtml(line.title)}</strong></a><br>${escapeHtml(line.body)}</p>`,
    )
    .join("");
  const textItems = lines
    .map((line) => [line.title, line.body, line.link].filter((part) => part !== "").join("\n"))
    .join("\n\n");
  const html = fill(template.html, { ...escaped(values), items: htmlItems });
  const text = fill(template.text ?? "{{items}}", { ...values, items: textItems });
  return {
    subject: fill(template.subject, values).replaceAll(/\s+/g, " ").trim().slice(0, 200),
    html: `${html}<hr><p><small><a href="${escapeHtml(settingsLink)}">Choose what you are told</a> or <a href="${escapeHtml(unsubscribeLink)}">end these mails</a>.</small></p>`,
    text: `${text.trim()}\n\n--\nChoose what you are told: ${settingsLink}\nEnd these mails: ${unsubscribeLink}\n`,
  };
}
