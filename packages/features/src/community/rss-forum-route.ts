import { brand } from "@neothink/brand/current";
import { visitor } from "../shell/visitor.ts";
import { newsResponse, topicNews } from "./rss-news.ts";

/** `GET /forum/feed.xml`: the newest topics that everybody may read. */
export async function GET(request: Request): Promise<Response> {
  const topics = await visitor().community.public.topics({});
  return newsResponse(request, {
    title: `Forum · ${brand.name}`,
    description: `Public questions in the forum of ${brand.name}.`,
    path: "/forum",
    items: topics.map(topicNews),
  });
}
