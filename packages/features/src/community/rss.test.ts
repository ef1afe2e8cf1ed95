import { describe, expect, it } from "vitest";
import { escapeXml, newestOf, rssDocument } from "./rss.ts";
import { xmlResponse } from "./xml-response.ts";

const news = {
  title: "A & B",
  description: "What <b>members</b> say",
  link: "https://example.test/",
  self: "https://example.test/feed.xml?a=1&b=2",
  items: [
    {
      title: `"Quoted" <script>alert('x')</script>]]>`,
      link: "https://example.test/p/1",
      description: "One\u0000 \ud800two\u000b",
      author: "O'Neil",
      categories: ["LIVE"],
      at: new Date("2026-11-20T10:00:00Z"),
    },
  ],
};

describe("a feed of news", () => {
  it("holds no sign that XML would misread", () => {
    const text = rssDocument(news);
    expect(text).not.toMatch(/<script|<b>|'x'|\]\]>/);
    expect(text).toContain("&lt;script&gt;alert(&apos;x&apos;)&lt;/script&gt;]]&gt;");
    expect(text).toContain("<title>A &amp; B</title>");
    expect(text).toContain('href="https://example.test/feed.xml?a=1&amp;b=2"');
    expect(text).toContain("<dc:creator>O&apos;Neil</dc:creator>");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\ud800]/);
  });

  it("leaves ordinary text as it is", () => {
    expect(escapeXml("Zoë: 3 € \n 😀")).toBe("Zoë: 3 € \n 😀");
    expect(newestOf({ ...news, items: [] })).toBeNull();
  });
});

describe("an answer in XML", () => {
  const at = new Date("2026-11-20T10:00:00.500Z");
  const ask = (headers: Record<string, string>) =>
    xmlResponse(new Request("https://example.test/feed.xml", { headers }), {
      body: "<x/>",
      type: "application/rss+xml",
      changedAt: at,
    });

  it("is sent once and then only said to be the same", () => {
    const first = ask({});
    const etag = first.headers.get("etag") ?? "";
    expect(first.status).toBe(200);
    expect(first.headers.get("last-modified")).toBe("Fri, 20 Nov 2026 10:00:00 GMT");
    expect(ask({ "if-none-match": etag }).status).toBe(304);
    expect(ask({ "if-none-match": `"a", W/${etag}` }).status).toBe(304);
    expect(ask({ "if-none-match": '"other"', "if-modified-since": at.toUTCString() }).status).toBe(
      200,
    );
    expect(ask({ "if-modified-since": at.toUTCString() }).status).toBe(304);
    expect(ask({ "if-modified-since": "Thu, 19 Nov 2026 10:00:00 GMT" }).status).toBe(200);
  });
});
