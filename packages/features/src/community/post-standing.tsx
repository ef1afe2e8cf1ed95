import { Time } from "@neothink/ui/time";
import { CalendarClock, Megaphone, Pin } from "lucide-react";
import type { ReactElement } from "react";
import type { Post } from "./feed-query.ts";

/** What sets a post apart: kept at the top, an announcement, or still to appear. */
export function PostStanding({
  post,
  moderator,
}: {
  post: Post;
  moderator: boolean;
}): ReactElement | null {
  const waits = post.publishAt !== null && post.publishAt > new Date();
  if (!post.pinned && !post.announcement && !waits) {
    return null;
  }
  return (
    <p className="-mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs font-medium text-brand-text">
      {post.pinned ? (
        <span className="inline-flex items-center gap-1">
          <Pin aria-hidden="true" className="size-3" />
          Pinned
        </span>
      ) : null}
      {post.announcement ? (
        <span className="inline-flex items-center gap-1">
          <Megaphone aria-hidden="true" className="size-3" />
          Announcement{post.read ? "" : " (new)"}
        </span>
      ) : null}
      {post.announcement && moderator ? (
        <span className="figures text-muted-foreground">read by {post.readCount}</span>
      ) : null}
      {waits && post.publishAt ? (
        <span className="inline-flex items-center gap-1">
          <CalendarClock aria-hidden="true" className="size-3" />
          Appears <Time value={post.publishAt} format="full" />
        </span>
      ) : null}
    </p>
  );
}
