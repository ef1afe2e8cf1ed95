import type { Notice } from "./notification-query.ts";

/**
 * The headline of a line. For a group it names the latest member and counts the others: "Ada and 2
 * others liked your post".
 */
export function noticeTitle({
  title,
  actorName,
  actors,
}: Pick<Notice, "title" | "actorName" | "actors">): string {
  const others = actors - 1;
  if (others < 1 || actorName === null || !title.startsWith(actorName)) {
    return title;
  }
  const rest = title.slice(actorName.length);
  return `${actorName} and ${others} ${others === 1 ? "other" : "others"}${rest}`;
}
