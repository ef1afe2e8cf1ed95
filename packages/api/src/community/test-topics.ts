import { randomUUID } from "node:crypto";
import type { PlatformSlug } from "@neothink/brand/platforms";
import type { Claims } from "@neothink/db/core/identity";
import { callAs } from "../core/test-caller.ts";
import type { CreateTopic } from "./topics.schema.ts";

/** A topic to open in a test, with an id of its own. */
export function topicDraft(change: Partial<CreateTopic> = {}): CreateTopic {
  return {
    id: randomUUID(),
    title: "How do you price a first offer?",
    description: "I have **no** idea.",
    category: "general",
    tags: [],
    relatedConcepts: [],
    isPublic: false,
    ...change,
  };
}

/** Opens a topic as this person and gives its id. */
export async function opened(
  asker: Claims,
  change: Partial<CreateTopic> = {},
  slug: PlatformSlug = "ascenders",
): Promise<string> {
  const input = topicDraft(change);
  await callAs(asker, slug).community.topics.create(input);
  return input.id;
}

/** Answers a topic as this person and gives the answer's id. */
export async function answered(
  author: Claims,
  topicId: string,
  change: { readonly content?: string; readonly parentId?: string } = {},
): Promise<string> {
  const id = randomUUID();
  await callAs(author).community.answers.create({
    id,
    topicId,
    content: "Ask ten people.",
    ...change,
  });
  return id;
}
