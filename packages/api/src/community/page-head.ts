import type { LinkPreviewData } from "@neothink/db/community/link-previews";

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
};

function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi, (all, dec, hex, name) => {
    if (typeof name === "string") {
      return named[name.toLowerCase()] ?? all;
    }
    const code = typeof dec === "string" ? Number.parseInt(dec, 10) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

/** One line without control characters, cut to a length; null when nothing is left. */
function line(text: string | undefined, longest: number): string | null {
  const plain = withoutEntities(text ?? "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (plain === "") {
    return null;
  }
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1).trimEnd()}…`;
}

function metas(html: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [tag] of html.matchAll(/<meta\s[^>]{1,4000}>/gi)) {
    const name = attribute(tag, "property") ?? attribute(tag, "name");
    const content = attribute(tag, "content");
    if (name !== undefined && content !== undefined && !found.has(name.toLowerCase())) {
      found.set(name.toLowerCase(), content);
    }
  }
  return found;
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(
    tag,
  );
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

/** What the head of a page says of it, as plain text: title, description and name of the site. */
export function readPageHead(html: string, host: string): LinkPreviewData {
  const meta = metas(html);
  const [, title] = /<title[^>]{0,500}>([^<]{0,4000})/i.exec(html) ?? [];
  return {
    title: line(meta.get("og:title") ?? title, 200),
    description: line(meta.get("og:description") ?? meta.get("description"), 300),
    siteName: line(meta.get("og:site_name"), 80) ?? host.replace(/^www\./, ""),
  };
}
