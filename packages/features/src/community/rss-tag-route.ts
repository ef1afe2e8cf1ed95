import { brand } from "@neothink/brand/current";
import { isTokenType, tokens } from "@neothink/brand/tokens";
import { visitor } from "../shell/visitor.ts";
import { newsResponse, noNews, postNews } from "./rss-news.ts";

/** `GET /feeds/tag/<token>/feed.xml`: the newest public posts with a token tag. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ tag: string }> },
): Promise<Response> {
  const tokenTag = (await params).tag.toUpperCase();
  if (!isTokenType(tokenTag)) {
    return noNews();
  }
  const { posts } = await visitor().community.public.posts({ tokenTag });
  return newsResponse(request, {
    title: `${tokenTag} · ${brand.name}`,
    description: `Public posts for ${tokens[tokenTag].name}: ${tokens[tokenTag].rewards}.`,
    path: `/community?tag=${tokenTag.toLowerCase()}`,
    items: posts.map(postNews),
  });
}
