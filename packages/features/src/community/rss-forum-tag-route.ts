import { Tag } from "@neothink/api/community/topics.schema";
import { brand } from "@neothink/brand/current";
import { visitor } from "../shell/visitor.ts";
import { newsResponse, noNews, topicNews } from "./rss-news.ts";

/** `GET /feeds/forum/<tag>/feed.xml`: the newest public topics with a tag. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ tag: string }> },
): Promise<Response> {
  const tag = Tag.safeParse((await params).tag);
  if (!tag.success) {
    return noNews();
  }
  const topics = await visitor().community.public.topics({ tag: tag.data });
  return newsResponse(request, {
    title: `${tag.data} · Forum · ${brand.name}`,
    description: `Public questions tagged ${tag.data}.`,
    path: `/forum?tag=${encodeURIComponent(tag.data)}`,
    items: topics.map(topicNews),
  });
}
