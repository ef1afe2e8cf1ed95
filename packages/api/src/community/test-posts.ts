import { randomUUID } from "node:crypto";
import type { Claims } from "@neothink/db/core/identity";
import { callAs } from "../core/test-caller.ts";
import type { PublishPost } from "./posts.schema.ts";

/** A post to publish in a test, with an id of its own. */
export function draft(change: Partial<PublishPost> = {}): PublishPost {
  return {
    id: randomUUID(),
    content: "A first step.",
    tokenTag: "LIVE",
    visibility: "public",
    ...change,
  };
}

/** Publishes a post as this person and gives its id. */
export async function published(
  author: Claims,
  change: Partial<PublishPost> = {},
): Promise<string> {
  const input = draft(change);
  await callAs(author).community.posts.publish(input);
  return input.id;
}
