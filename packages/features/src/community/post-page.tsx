import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, type ReactElement } from "react";
import { z } from "zod";
import {
  caller,
  getQueryClient,
  HydrateClient,
  prefetch,
  prefetchInfinite,
  trpc,
} from "../shell/trpc-server.tsx";
import { authorName } from "./author-name.ts";
import { commentsOptions, type Post } from "./feed-query.ts";
import { plainExcerpt } from "./plain-excerpt.ts";
import { PostView } from "./post-view.tsx";

interface Props {
  params: Promise<{ postId: string }>;
}

/** The post of this address; null when the viewer finds none there. */
const postOf = cache(async (id: string): Promise<Post | null> => {
  if (!z.guid().safeParse(id).success) {
    return null;
  }
  const api = await caller();
  return api.community.posts.get({ id }).catch(() => null);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = await postOf((await params).postId);
  return post
    ? { title: `Post by ${authorName(post)}`, description: plainExcerpt(post.content) }
    : { title: "Post not found" };
}

/** One post with its comments. */
export default async function PostPage({ params }: Props): Promise<ReactElement> {
  const { postId } = await params;
  const post = await postOf(postId);
  if (!post) {
    notFound();
  }
  getQueryClient().setQueryData(trpc.community.posts.get.queryKey({ id: postId }), post);
  const rights = trpc.community.posts.rights;
  await prefetch(rights.queryOptions());
  const view = getQueryClient().getQueryData(rights.queryKey())?.commentView ?? "nested";
  await prefetchInfinite(commentsOptions(trpc, { postId, view, startAt: null }));
  return (
    <HydrateClient>
      <PostView postId={postId} />
    </HydrateClient>
  );
}
