import { type AddressObject, simpleParser } from "mailparser";
import { z } from "zod";

const messageSchema = z.object({
  /** Sorts by arrival. */
  id: z.string(),
  /** ISO 8601, UTC. */
  receivedAt: z.string(),
  from: z.string(),
  /** Everybody the mail was delivered to, bare addresses in lower case. */
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
  /** Every distinct http(s) address in the mail, in order. */
  links: z.array(z.string()),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  attachments: z.array(z.object({ name: z.string(), bytes: z.number() })),
});

export const Message = messageSchema;
export type Message = z.infer<typeof messageSchema>;

/** Who a mail came from and went to, as the SMTP conversation says; its headers may say otherwise. */
export type Envelope = { from: string; to: readonly string[] };

/**
 * Reads a raw mail. Attachments are named and dropped: the apps send none that anyone would open here.
 * @throws when the mail cannot be parsed
 */
export async function parseMessage(
  raw: Buffer,
  envelope: Envelope,
  arrival: { id: string; receivedAt: Date },
): Promise<Message> {
  const mail = await simpleParser(raw, { skipTextToHtml: true });
  const html = mail.html || null;
  const text = mail.text ?? "";
  return {
    id: arrival.id,
    receivedAt: arrival.receivedAt.toISOString(),
    from: addressesOf(mail.from) || envelope.from,
    to: [...new Set(envelope.to.map((address) => address.toLowerCase()))],
    subject: mail.subject ?? "(no subject)",
    text,
    html,
    links: findLinks(text, html ?? ""),
    headers: mail.headerLines.map(({ line }) => {
      const colon = line.indexOf(":");
      return {
        name: line.slice(0, colon),
        value: line
          .slice(colon + 1)
          .replace(/\s+/g, " ")
          .trim(),
      };
    }),
    attachments: mail.attachments.map(({ filename, size }) => ({
      name: filename ?? "unnamed",
      bytes: size,
    })),
  };
}

/** Collects the http(s) addresses of a mail: targets of its HTML links first, then those in its text. */
export function findLinks(text: string, html: string): string[] {
  const targets = [...html.matchAll(/\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map((match) =>
    unescapeHtml(match[1] ?? match[2] ?? ""),
  );
  const written = [...text.matchAll(/https?:\/\/[^\s<>"'\])]+/g)].map(([address]) =>
    address.replace(/[.,;:!?]+$/, ""),
  );
  return [...new Set([...targets, ...written])].filter((address) => /^https?:\/\//i.test(address));
}

function addressesOf(value: AddressObject | AddressObject[] | undefined): string {
  const objects = Array.isArray(value) ? value : [value];
  return objects.map((object) => object?.text ?? "").join(", ");
}

function unescapeHtml(value: string): string {
  return value
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
