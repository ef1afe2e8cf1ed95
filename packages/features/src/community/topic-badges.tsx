import { Badge } from "@neothink/ui/badge";
import { BellOff, Check, Globe, Lock, Pin } from "lucide-react";
import type { ReactElement } from "react";
import type { Topic } from "./forum-query.ts";

/** What stands out about a topic: solved, closed, kept at the top, open to visitors, muted. */
export function TopicBadges({
  topic,
}: {
  topic: Pick<Topic, "acceptedPostId" | "status" | "pinned" | "isPublic" | "level">;
}): ReactElement {
  const closed = topic.status === "closed" || topic.status === "archived";
  return (
    <>
      {topic.pinned ? (
        <Badge variant="outline">
          <Pin aria-hidden="true" className="size-3" />
          Pinned
        </Badge>
      ) : null}
      {topic.acceptedPostId === null ? null : (
        <Badge variant="success">
          <Check aria-hidden="true" className="size-3" />
          Solved
        </Badge>
      )}
      {closed ? (
        <Badge variant="neutral">
          <Lock aria-hidden="true" className="size-3" />
          {topic.status === "archived" ? "Archived" : "Closed"}
        </Badge>
      ) : null}
      {topic.isPublic ? (
        <Badge variant="outline">
          <Globe aria-hidden="true" className="size-3" />
          Public
        </Badge>
      ) : null}
      {topic.level === "mute" ? (
        <Badge variant="outline">
          <BellOff aria-hidden="true" className="size-3" />
          Muted
        </Badge>
      ) : null}
    </>
  );
}
