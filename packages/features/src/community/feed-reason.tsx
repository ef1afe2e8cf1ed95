import type { ReactElement } from "react";
import { authorName } from "./author-name.ts";
import type { FeedPost } from "./feed-query.ts";

/** Why a post stands where it stands, in a line; nothing in the feed by time. */
export function FeedReason({ post }: { post: FeedPost }): ReactElement | null {
  const words = wordsOf(post);
  return words ? <p className="-mb-2 text-xs text-muted-foreground">{words}</p> : null;
}

function wordsOf(post: FeedPost): string | null {
  switch (post.reason) {
    case null:
      return null;
    case "followed":
      return `Here because you follow ${authorName(post)}`;
    case "token":
      return `Here because you respond to ${post.tokenTag ?? "such"} posts`;
    case "talked_about":
      return "Here because many respond to it";
    case "fresh":
      return "Here because it is new";
  }
}
