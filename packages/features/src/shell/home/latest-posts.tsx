import { isPlatformSlug, platforms } from "@neothink/brand/platforms";
import { isTokenType } from "@neothink/brand/tokens";
import { Avatar } from "@neothink/ui/avatar";
import { Button } from "@neothink/ui/button";
import { Card } from "@neothink/ui/card";
import { EmptyState } from "@neothink/ui/empty-state";
import { ErrorState } from "@neothink/ui/error-state";
import { Time } from "@neothink/ui/time";
import { TokenBadge } from "@neothink/ui/token-badge";
import { MessagesSquare } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";

import { plainExcerpt } from "../../community/plain-excerpt.ts";

/** What of a post the list shows. */
export interface LatestPost {
  id: string;
  content: string;
  platform: string;
  tokenTag: string | null;
  createdAt: Date;
  authorName: string | null;
  authorAvatarUrl: string | null;
}

function Row({ post, withPlace }: { post: LatestPost; withPlace: boolean }): ReactElement {
  const author = post.authorName ?? "A member";
  return (
    <li className="group relative flex gap-4 p-5 transition-colors hover:bg-muted/60 sm:px-6">
      <Avatar name={author} src={post.authorAvatarUrl} />
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="flex flex-wrap items-center gap-x-2 text-sm leading-6">
          <span className="font-medium">{author}</span>
          {withPlace && isPlatformSlug(post.platform) ? (
            <span className="text-muted-foreground">in {platforms[post.platform].name}</span>
          ) : null}
          <Time value={post.createdAt} className="text-muted-foreground" />
          {post.tokenTag !== null && isTokenType(post.tokenTag) ? (
            <TokenBadge token={post.tokenTag} className="ml-auto" />
          ) : null}
        </p>
        <Link
          href={`/community/${post.id}`}
          className="leading-relaxed wrap-anywhere text-muted-foreground after:absolute after:inset-0 group-hover:text-foreground"
        >
          {plainExcerpt(post.content)}
        </Link>
      </div>
    </li>
  );
}

/** The newest posts of this community, and the way to the rest. */
export function LatestPosts({
  title,
  posts,
  withPlace,
  emptyText,
}: {
  title: string;
  /** Null when they could not be read. */
  posts: readonly LatestPost[] | null;
  /** Whether to say which community each post comes from. */
  withPlace: boolean;
  /** What a first post could be. */
  emptyText: string;
}): ReactElement {
  return (
    <section aria-labelledby="latest-posts" className="grid content-start gap-4">
      <div className="flex items-center justify-between gap-4">
        <h2 id="latest-posts" className="text-base font-semibold tracking-tight">
          {title}
        </h2>
        <Button asChild variant="link">
          <Link href="/community">See all</Link>
        </Button>
      </div>
      {posts === null ? (
        <ErrorState
          title="The posts did not load"
          titleAs="h3"
          action={
            <Button asChild variant="outline">
              <a href="/home">Load the page again</a>
            </Button>
          }
        >
          Nothing is lost. The rest of this page is up to date.
        </ErrorState>
      ) : null}
      {posts?.length === 0 ? (
        <EmptyState
          icon={<MessagesSquare />}
          title="Nobody has written yet"
          action={
            <Button asChild>
              <Link href="/community">Write the first post</Link>
            </Button>
          }
        >
          {emptyText}
        </EmptyState>
      ) : null}
      {posts !== null && posts.length > 0 ? (
        <Card className="overflow-hidden">
          <ul className="divide-y">
            {posts.map((post) => (
              <Row key={post.id} post={post} withPlace={withPlace} />
            ))}
          </ul>
        </Card>
      ) : null}
    </section>
  );
}
