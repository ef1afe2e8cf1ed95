import "server-only";
import type { RouterOutputs } from "@neothink/api/core/router";
import { brand } from "@neothink/brand/current";
import { appOrigins } from "@neothink/brand/origins";
import { authorName } from "./author-name.ts";
import { plainExcerpt } from "./plain-excerpt.ts";
import { type NewsItem, newestOf, rssDocument } from "./rss.ts";
import { xmlResponse } from "./xml-response.ts";

type PublicPost = RouterOutputs["community"]["public"]["post"];
type PublicTopic = RouterOutputs["community"]["public"]["topics"][number];

/** The full address of a path of this app. */
export function absolute(path: string): string {
  return new URL(path, appOrigins()[brand.slug]).href;
}

/** A post as an entry; it has no title of its own, so its beginning stands for one. */
export function postNews(post: PublicPost): NewsItem {
  const beginning = plainExcerpt(post.content);
  return {
    title: beginning.length > 80 ? `${beginning.slice(0, 79).trimEnd()}…` : beginning,
    link: absolute(`/p/${post.id}`),
    description: beginning,
    author: authorName(post),
    categories: [post.tokenTag, post.section].filter((label) => label !== null),
    at: post.createdAt,
  };
}

/** A topic as an entry. */
export function topicNews(topic: PublicTopic): NewsItem {
  return {
    title: topic.title,
    link: absolute(`/q/${topic.id}`),
    description: plainExcerpt(topic.description),
    author: authorName(topic),
    categories: [topic.category, ...topic.tags],
    at: topic.createdAt,
  };
}

/** Answers a reader of news. */
export function newsResponse(
  request: Request,
  news: {
    readonly title: string;
    readonly description: string;
    readonly path: string;
    readonly items: readonly NewsItem[];
  },
): Response {
  const { description, items, path, title } = news;
  const self = absolute(new URL(request.url).pathname);
  const feed = { title, description, link: absolute(path), self, items };
  return xmlResponse(request, {
    body: rssDocument(feed),
    type: "application/rss+xml",
    changedAt: newestOf(feed),
  });
}

/** The answer where there is no such feed. */
export function noNews(): Response {
  return new Response("There is no such feed.\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
