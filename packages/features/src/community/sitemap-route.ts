import { connection } from "next/server";
import { visitor } from "../shell/visitor.ts";
import { escapeXml } from "./rss.ts";
import { absolute } from "./rss-news.ts";
import { xmlResponse } from "./xml-response.ts";

/** `GET /sitemap.xml`: where the parts of this site's map are. */
export async function GET(request: Request): Promise<Response> {
  // By its name Next takes this address for a file to be made at build time; the map is of this moment.
  await connection();
  const parts = await visitor().community.public.map();
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...[
      "/sitemap/site/start.xml",
      ...parts.map(({ kind, start }) => `/sitemap/${kind}/${start}.xml`),
    ].map((path) => `<sitemap><loc>${escapeXml(absolute(path))}</loc></sitemap>`),
    "</sitemapindex>",
    "",
  ].join("\n");
  return xmlResponse(request, { body, type: "application/xml", changedAt: null });
}
