import { visitor } from "../shell/visitor.ts";
import { escapeXml } from "./rss.ts";
import { absolute, noNews } from "./rss-news.ts";
import { xmlResponse } from "./xml-response.ts";

const pages = ["/", "/sign-up", "/sign-in"];

interface Entry {
  readonly path: string;
  readonly changedAt: Date | null;
}

async function entriesOf(kind: string, start: string): Promise<readonly Entry[] | null> {
  if (kind === "site" && start === "start") {
    return pages.map((path) => ({ path, changedAt: null }));
  }
  if (kind !== "posts" && kind !== "topics") {
    return null;
  }
  const rows = await visitor()
    .community.public.mapPart({ kind, start })
    .catch(() => null);
  const folder = kind === "posts" ? "/p" : "/q";
  return rows === null
    ? null
    : rows.map(({ changedAt, id }) => ({ path: `${folder}/${id}`, changedAt }));
}

/** `GET /sitemap/<kind>/<start>.xml`: one part of this site's map. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ kind: string; start: string }> },
): Promise<Response> {
  const { kind, start } = await params;
  const entries = await entriesOf(kind, start.replace(/\.xml$/, ""));
  if (!entries) {
    return noNews();
  }
  const times = entries.flatMap(({ changedAt }) => (changedAt ? [changedAt.getTime()] : []));
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries.map(({ changedAt, path }) => {
      const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : "";
      return `<url><loc>${escapeXml(absolute(path))}</loc>${changed}</url>`;
    }),
    "</urlset>",
    "",
  ].join("\n");
  const changedAt = times.length === 0 ? null : new Date(Math.max(...times));
  return xmlResponse(request, { body, type: "application/xml", changedAt });
}
