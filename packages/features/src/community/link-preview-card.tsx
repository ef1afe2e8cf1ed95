import { ExternalLink } from "lucide-react";
import type { ReactElement } from "react";
import type { Post } from "./feed-query.ts";

/** What the page behind a post's link says of itself; nothing from that page is loaded. */
export function LinkPreviewCard({ post }: { post: Post }): ReactElement | null {
  const { linkDescription, linkSite, linkTitle, linkUrl } = post;
  if (!linkUrl || !linkTitle) {
    return null;
  }
  return (
    <a
      href={linkUrl}
      rel="nofollow ugc noopener noreferrer"
      target="_blank"
      className="grid gap-0.5 rounded-lg border bg-muted/40 px-4 py-3 hover:bg-accent"
    >
      <span className="flex items-center gap-1.5 text-xs text-muted-foreground">
        <ExternalLink aria-hidden="true" className="size-3" />
        {linkSite}
      </span>
      <span className="line-clamp-1 text-sm font-medium">{linkTitle}</span>
      {linkDescription ? (
        <span className="line-clamp-2 text-sm text-muted-foreground">{linkDescription}</span>
      ) : null}
    </a>
  );
}
