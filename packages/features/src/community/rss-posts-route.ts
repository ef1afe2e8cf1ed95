import { brand } from "@neothink/brand/current";
import { visitor } from "../shell/visitor.ts";
import { newsResponse, postNews } from "./rss-news.ts";

/** `GET /feed.xml`: the newest public posts of this app. */
export async function GET(request: Request): Promise<Response> {
  const { posts } = await visitor().community.public.posts({});
  return newsResponse(request, {
    title: brand.name,
    description: brand.description,
    path: "/",
    items: posts.map(postNews),
  });
}
