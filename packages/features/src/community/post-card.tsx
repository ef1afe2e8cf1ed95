"use client";

import { Button } from "@neothink/ui/button";
import { MessageCircle } from "lucide-react";
import Link from "next/link";
import { type ReactElement, type ReactNode, useRef, useState } from "react";
import { TipButton } from "../tokens/tip-button.tsx";
import type { Audience } from "./audience-picker.tsx";
import { authorName } from "./author-name.ts";
import { BookmarkButton } from "./bookmark-button.tsx";
import type { Post } from "./feed-query.ts";
import { LikeButton } from "./like-button.tsx";
import { LinkPreviewCard } from "./link-preview-card.tsx";
import { Markdown } from "./markdown.tsx";
import { PollView } from "./poll-view.tsx";
import { PostEditForm } from "./post-edit-form.tsx";
import { PostHeader } from "./post-header.tsx";
import { PostMenu } from "./post-menu.tsx";
import { PostStanding } from "./post-standing.tsx";
import { ReactionBar } from "./reaction-bar.tsx";
import { useReadMark } from "./use-read-mark.ts";

/** What the viewer may do with posts in general. */
export interface PostRights {
  readonly moderator: boolean;
  readonly audiences: readonly Audience[];
}

/** One post, in the feed and on its own page. */
export function PostCard({
  post,
  rights,
  onRemove,
  reason,
}: {
  post: Post;
  rights: PostRights;
  /** Why it stands here, where that needs to be said. */
  reason?: ReactNode;
  onRemove: () => void;
}): ReactElement {
  const [editing, setEditing] = useState(false);
  const card = useRef<HTMLElement>(null);
  useReadMark(post, card);
  return (
    <article
      ref={card}
      className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-xl border bg-card p-4 shadow-xs sm:p-5"
    >
      {reason}
      <PostStanding post={post} moderator={rights.moderator} />
      <PostHeader
        post={post}
        menu={
          <PostMenu
            post={post}
            moderator={rights.moderator}
            onEdit={() => setEditing(true)}
            onRemove={onRemove}
          />
        }
      />
      {editing ? (
        <PostEditForm post={post} audiences={rights.audiences} onClose={() => setEditing(false)} />
      ) : (
        <Markdown>{post.content}</Markdown>
      )}
      {post.poll ? <PollView key={post.poll.mine?.join()} poll={post.poll} /> : null}
      <LinkPreviewCard post={post} />
      <footer className="-mb-1 -ml-2 flex flex-wrap items-center gap-1">
        <LikeButton post={post} />
        <Button asChild variant="ghost" size="sm" className="text-muted-foreground">
          <Link
            href={`/community/${post.id}#comments`}
            aria-label={`Comments, ${post.commentCount} so far`}
          >
            <MessageCircle aria-hidden="true" />
            <span className="figures">{post.commentCount}</span>
          </Link>
        </Button>
        <ReactionBar post={post} />
        {post.own || post.authorId === null ? null : (
          <TipButton
            target={{ memberId: post.authorId, name: authorName(post), postId: post.id }}
          />
        )}
        <span className="ml-auto">
          <BookmarkButton post={post} />
        </span>
      </footer>
    </article>
  );
}
