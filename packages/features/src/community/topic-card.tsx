import { Avatar } from "@neothink/ui/avatar";
import { Badge } from "@neothink/ui/badge";
import { cn } from "@neothink/ui/cn";
import { Time } from "@neothink/ui/time";
import Link from "next/link";
import type { ReactElement } from "react";
import { authorName } from "./author-name.ts";
import type { TopicItem } from "./forum-query.ts";
import { TopicBadges } from "./topic-badges.tsx";

/** One topic in the list: the question, where it stands, and what is new in it. */
export function TopicCard({
  topic,
  category,
}: {
  topic: TopicItem;
  category: string;
}): ReactElement {
  const name = authorName(topic);
  const news = topic.isNew || topic.unreadCount > 0;
  return (
    <article className="flex items-start gap-3 p-4 sm:px-5">
      <Avatar name={name} src={topic.authorAvatarUrl} size="sm" />
      <div className="grid min-w-0 flex-1 gap-1.5">
        <h2
          className={cn(
            "text-[0.9375rem] leading-snug wrap-anywhere",
            news ? "font-semibold" : "font-medium",
          )}
        >
          <Link href={`/forum/${topic.id}`} className="hover:underline">
            {topic.title}
          </Link>
        </h2>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted-foreground">
          <TopicBadges topic={topic} />
          <span>{category}</span>
          <span>
            {name}, <Time value={topic.lastPostAt} />
          </span>
          {topic.tags.map((tag) => (
            <Link
              key={tag}
              href={`/forum?tag=${encodeURIComponent(tag)}`}
              className="hover:underline"
            >
              #{tag}
            </Link>
          ))}
        </p>
      </div>
      <div className="grid shrink-0 justify-items-end gap-1 text-xs text-muted-foreground">
        {news ? (
          <Badge variant="brand">{topic.isNew ? "New" : `${topic.unreadCount} new`}</Badge>
        ) : null}
        <span className="figures">
          {topic.answerCount === 1 ? "1 answer" : `${topic.answerCount} answers`}
        </span>
        {topic.score === 0 ? null : (
          <span className="figures">{topic.score === 1 ? "1 vote" : `${topic.score} votes`}</span>
        )}
      </div>
    </article>
  );
}
