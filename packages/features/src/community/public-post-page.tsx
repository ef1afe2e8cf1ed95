import { Avatar } from "@neothink/ui/avatar";
import { Time } from "@neothink/ui/time";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, type ReactElement } from "react";
import { z } from "zod";
import { visitor } from "../shell/visitor.ts";
import { authorName } from "./author-name.ts";
import { Markdown } from "./markdown.tsx";
import { plainExcerpt } from "./plain-excerpt.ts";
import { PublicJoin } from "./public-join.tsx";
import { publicMetadata } from "./public-metadata.ts";

interface Props {
  params: Promise<{ postId: string }>;
}

const postOf = cache(async (id: string) =>
  z.guid().safeParse(id).success
    ? visitor()
        .community.public.post({ id })
        .catch(() => null)
    : null,
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = await postOf((await params).postId);
  return post
    ? publicMetadata({
        title: `Post by ${authorName(post)}`,
        description: plainExcerpt(post.content),
        path: `/p/${post.id}`,
        platform: post.platform,
        publishedAt: post.createdAt,
      })
    : { title: "Post not found", robots: { index: false } };
}

/** A public post, for everybody to read. */
export default async function PublicPostPage({ params }: Props): Promise<ReactElement> {
  const post = await postOf((await params).postId);
  if (!post) {
    notFound();
  }
  const name = authorName(post);
  const comments = post.commentCount === 1 ? "1 comment" : `${post.commentCount} comments`;
  return (
    <div className="mx-auto grid max-w-2xl grid-cols-[minmax(0,1fr)] gap-8 px-5 py-10 sm:py-16">
      <article className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <header className="flex items-center gap-3">
          <Avatar name={name} />
          <div>
            <h1 className="text-base font-semibold">Post by {name}</h1>
            <p className="text-sm text-muted-foreground">
              <Time value={post.createdAt} />
            </p>
          </div>
        </header>
        <Markdown>{post.content}</Markdown>
        <p className="text-sm text-muted-foreground">{comments}</p>
      </article>
      <PublicJoin path={`/community/${post.id}`} call="Comments are for members." />
    </div>
  );
}
