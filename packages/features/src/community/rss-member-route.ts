import { brand } from "@neothink/brand/current";
import { z } from "zod";
import { visitor } from "../shell/visitor.ts";
import { newsResponse, noNews, postNews } from "./rss-news.ts";

/** `GET /feeds/member/<id>/feed.xml`: the newest public posts of a member whom everybody may see. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ memberId: string }> },
): Promise<Response> {
  const { memberId: authorId } = await params;
  if (!z.guid().safeParse(authorId).success) {
    return noNews();
  }
  const found = await visitor()
    .community.public.posts({ authorId })
    .catch(() => null);
  if (!found?.author) {
    return noNews();
  }
  return newsResponse(request, {
    title: `${found.author} · ${brand.name}`,
    description: `Public posts by ${found.author}.`,
    path: "/",
    items: found.posts.map(postNews),
  });
}
