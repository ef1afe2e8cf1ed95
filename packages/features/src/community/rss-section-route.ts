import { brand } from "@neothink/brand/current";
import { visitor } from "../shell/visitor.ts";
import { newsResponse, noNews, postNews } from "./rss-news.ts";

/** `GET /feeds/section/<section>/feed.xml`: the newest public posts of a section. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ section: string }> },
): Promise<Response> {
  const { section: slug } = await params;
  const section = brand.sections.find((known) => known.slug === slug);
  if (!section) {
    return noNews();
  }
  const { posts } = await visitor().community.public.posts({ section: slug });
  return newsResponse(request, {
    title: `${section.name} · ${brand.name}`,
    description: `Public posts in ${section.name}.`,
    path: `/community?section=${slug}`,
    items: posts.map(postNews),
  });
}
