import { brand } from "@neothink/brand/current";
import { isPlatformSlug, platforms } from "@neothink/brand/platforms";
import { isTokenType } from "@neothink/brand/tokens";
import { Avatar } from "@neothink/ui/avatar";
import { Time } from "@neothink/ui/time";
import { TokenBadge } from "@neothink/ui/token-badge";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { audienceLabels, isVisibility } from "./audience-labels.ts";
import { AuthorLink } from "./author-link.tsx";
import { authorName } from "./author-name.ts";
import type { Post } from "./feed-query.ts";
import { PostHistory } from "./post-history.tsx";

/** Who wrote a post, when, where, for whom, and for which token. */
export function PostHeader({ post, menu }: { post: Post; menu: ReactNode }): ReactElement {
  const name = authorName(post);
  return (
    <header className="flex items-start gap-3">
      <Avatar name={name} src={post.authorAvatarUrl} />
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-sm leading-6 font-semibold">
          <AuthorLink author={post} />
          <span className="sr-only">’s post</span>
        </h2>
        <p className="flex flex-wrap items-center gap-x-2 text-xs leading-6 text-muted-foreground">
          <Link href={`/community/${post.id}`} className="inline-block leading-6 hover:underline">
            <Time value={post.createdAt} />
          </Link>
          {post.editedAt ? <PostHistory post={post} editedAt={post.editedAt} /> : null}
          <Elsewhere platform={post.platform} />
          <SectionName platform={post.platform} section={post.section} />
          <Readers visibility={post.visibility} />
        </p>
      </div>
      {post.tokenTag && isTokenType(post.tokenTag) ? <TokenBadge token={post.tokenTag} /> : null}
      {menu}
    </header>
  );
}

/** The community of a post that was written in another one than this. */
function Elsewhere({ platform }: { platform: string }): ReactElement | null {
  if (!isPlatformSlug(platform) || platforms[platform] === brand) {
    return null;
  }
  return <span>in {platforms[platform].name}</span>;
}

/** The section that a post belongs to. */
function SectionName({
  platform,
  section,
}: {
  platform: string;
  section: string | null;
}): ReactElement | null {
  if (section === null || !isPlatformSlug(platform)) {
    return null;
  }
  const known = platforms[platform].sections.find(({ slug }) => slug === section);
  return known ? <span>{known.name}</span> : null;
}

/** The sign of a post that not everyone may read. */
function Readers({ visibility }: { visibility: string }): ReactElement | null {
  if (!isVisibility(visibility) || visibility === "public") {
    return null;
  }
  const { icon: Icon, name, description } = audienceLabels[visibility];
  return (
    <span className="inline-flex items-center gap-1" title={description}>
      <Icon aria-hidden="true" className="size-3" />
      {name}
    </span>
  );
}
