import type { Db } from "@neothink/db/core/identity";
import { type LiveEntity, listOpenPlatforms, listReadable } from "@neothink/db/core/readable";
import { z } from "zod";

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const slug = "hub|ascenders|neothinkers|immortals";

/**
 * What a page can ask to hear of: `member:<own id>`, what is new on a platform (`posts:<slug>`,
 * `topics:<slug>`), and what happens to one thing (`post:<id>`, `topic:<id>`).
 */
export const LiveTopic = z
  .string()
  .regex(new RegExp(`^(?:(?:member|post|topic):${uuid}|(?:posts|topics):(?:${slug}))$`));

/** Topics that one stream carries at most; a page shows a handful of things. */
export const mostTopics = 30;

/** What a stream is asked for: its topics, and the id of the last event that arrived. */
export const ListenLive = z.object({
  topics: z.array(LiveTopic).min(1).max(mostTopics),
  lastEventId: z.string().max(2000).nullish(),
});
export type ListenLive = z.infer<typeof ListenLive>;

const things: Readonly<Record<string, LiveEntity>> = { post: "post", topic: "discussion_topic" };

/** Those of the topics that the member may hear of now; three statements at most. */
export async function allowedTopics(
  db: Db,
  memberId: string,
  topics: readonly string[],
): Promise<string[]> {
  const parts = [...new Set(topics)].map((topic) => {
    const [kind = "", name = ""] = topic.split(":");
    return { topic, kind, name };
  });
  const platforms = parts.some(({ kind }) => kind === "posts" || kind === "topics")
    ? await listOpenPlatforms(db)
    : new Set<string>();
  const readable = new Map<string, ReadonlySet<string>>();
  for (const [kind, entity] of Object.entries(things)) {
    const ids = parts.filter((part) => part.kind === kind).map(({ name }) => name);
    readable.set(kind, await listReadable(db, entity, ids));
  }
  return parts
    .filter(({ kind, name }) => {
      if (kind === "member") {
        return name === memberId;
      }
      return (readable.get(kind) ?? platforms).has(name);
    })
    .map(({ topic }) => topic);
}
