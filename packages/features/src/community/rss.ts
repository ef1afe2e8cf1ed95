/** One entry in a feed of news; plain text, escaped here. */
export interface NewsItem {
  readonly title: string;
  /** Full address. */
  readonly link: string;
  readonly description: string;
  readonly author: string | null;
  readonly categories: readonly string[];
  readonly at: Date;
}

/** A feed of news. */
export interface News {
  readonly title: string;
  readonly description: string;
  /** Full address of the page that it follows. */
  readonly link: string;
  /** Full address of the feed itself. */
  readonly self: string;
  readonly items: readonly NewsItem[];
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text that stands safely in an element or attribute of XML; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return (
    text
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/[&<>"']/g, (sign) => entities[sign] ?? "")
  );
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function item(news: NewsItem): string {
  return [
    "<item>",
    element("title", news.title),
    element("link", news.link),
    `<guid isPermaLink="true">${escapeXml(news.link)}</guid>`,
    element("pubDate", news.at.toUTCString()),
    ...(news.author === null ? [] : [element("dc:creator", news.author)]),
    ...news.categories.map((category) => element("category", category)),
    element("description", news.description),
    "</item>",
  ].join("");
}

/** When the newest entry of a feed is from; null for an empty one. */
export function newestOf(news: News): Date | null {
  const times = news.items.map(({ at }) => at.getTime());
  return times.length === 0 ? null : new Date(Math.max(...times));
}

/** A feed as RSS 2.0. */
export function rssDocument(news: News): string {
  const newest = newestOf(news);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>',
    element("title", news.title),
    element("link", news.link),
    `<atom:link href="${escapeXml(news.self)}" rel="self" type="application/rss+xml"/>`,
    element("description", news.description),
    element("language", "en"),
    ...(newest === null ? [] : [element("lastBuildDate", newest.toUTCString())]),
    ...news.items.map(item),
    "</channel></rss>",
    "",
  ].join("\n");
}
