import { randomUUID } from "node:crypto";
import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { makePerson } from "@neothink/db/core/test-people";
import { TRPCError } from "@trpc/server";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAs } from "../core/test-caller.ts";
import { answered, opened } from "./test-topics.ts";

let ada: Claims;
let topicId: string;
let answerId: string;

beforeAll(async () => {
  ada = await makePerson();
  topicId = await opened(ada, { isPublic: true });
  answerId = await answered(await makePerson(), topicId);
});
afterAll(closePool);

function calls(who: Claims | null) {
  const { answers, topics } = callAs(who).community;
  return [
    ...[topics.list, topics.get, topics.related, topics.concepts, topics.create, topics.update],
    ...[topics.restore, topics.setStatus, topics.pin, topics.read, topics.setLevel],
    ...[answers.list, answers.get, answers.create, answers.update, answers.restore],
    ...[answers.vote, answers.accept, answers.chooseView],
  ];
}

function openCalls(who: Claims | null) {
  const { mapPart, post, posts, topic, topics } = callAs(who).community.public;
  return [mapPart, post, posts, topic, topics];
}

/** The types would refuse what a stranger can send all the same. */
function untyped(input: unknown): never {
  return input as never;
}

const odd = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.constantFrom(null, undefined, "", "\u0000", "'; --", "{}", "2026-99-99 10:00:00+00"),
);
const id = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom("topic", "answer", "other") },
  { weight: 1, arbitrary: odd },
);
const text = fc.oneof(
  fc.string(),
  fc.constantFrom("A plain question", "a\u0000b", "\ud800", "%_\\", "[@x](member:x)"),
);
const moment = fc.constantFrom("2026-02-31 10:00:00+00", "2026-02-01 10:00:00+99", "x");
const place = fc.oneof(
  odd,
  fc.tuple(fc.integer(), moment, fc.uuid()).map((parts) => JSON.stringify(parts)),
  fc.tuple(moment, fc.uuid()).map((parts) => JSON.stringify(parts)),
  fc.constant("0".repeat(44)),
);
const tags = fc.oneof(fc.array(text, { maxLength: 7 }), odd);
const one = (...values: unknown[]) => fc.oneof(fc.constantFrom(...values), odd);

const draft = {
  title: text,
  description: text,
  category: one("general", "offers"),
  tags,
  relatedConcepts: tags,
  isPublic: one(true, false),
  content: text,
};
const input = fc.record(
  {
    ...draft,
    id,
    topicId: id,
    answerId: id,
    parentId: id,
    startAt: id,
    authorId: id,
    data: fc.oneof(fc.record(draft, { requiredKeys: [] }), odd),
    at: fc.oneof(fc.date({ noInvalidDate: false }), odd),
    status: one("open", "closed", "archived"),
    sort: one("latest", "new", "top", "unanswered"),
    state: one("open", "solved", "closed"),
    unread: one(true),
    own: one(true),
    pinned: one(true, false),
    scope: one("topic", "tag", "section"),
    key: fc.oneof(id, text),
    level: one("watch", "watch_first", "track", "normal", "mute"),
    words: text,
    view: one("nested", "flat"),
    vote: one(1, 0, -1),
    tag: text,
    kind: one("posts", "topics"),
    section: text,
    cursor: place.map((value) =>
      typeof value === "string" && value.startsWith("[")
        ? Buffer.from(value).toString("base64url")
        : value,
    ),
    start: place.map((value) =>
      typeof value === "string" ? Buffer.from(value).toString("base64url") : value,
    ),
    direction: one("forward", "backward"),
  },
  { requiredKeys: [] },
);

/** Puts real ids where the names of them stand. */
function filled(value: unknown): unknown {
  const names = new Map<string, () => string>([
    ["topic", () => topicId],
    ["answer", () => answerId],
    ["other", randomUUID],
  ]);
  if (
    value === null ||
    typeof value !== "object" ||
    value instanceof Date ||
    Array.isArray(value)
  ) {
    return typeof value === "string" ? (names.get(value)?.() ?? value) : value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === "scope" ? inner : filled(inner)]),
  );
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "OK";
  } catch (error) {
    if (error instanceof TRPCError) {
      return error.code;
    }
    throw error;
  }
}

describe("whatever is sent to the forum", () => {
  it("never breaks the server", { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(input, async (sent) => {
        for (const call of [...calls(ada), ...openCalls(ada)]) {
          expect(await codeOf(call(untyped(filled(sent))))).not.toBe("INTERNAL_SERVER_ERROR");
        }
      }),
      { numRuns: 15 },
    );
  });

  it("is refused from who is not signed in, but for what everybody may read", async () => {
    await fc.assert(
      fc.asyncProperty(input, async (sent) => {
        for (const call of calls(null)) {
          expect(await codeOf(call(untyped(filled(sent))))).toBe("UNAUTHORIZED");
        }
        for (const call of openCalls(null)) {
          expect(await codeOf(call(untyped(filled(sent))))).not.toBe("INTERNAL_SERVER_ERROR");
        }
      }),
      { numRuns: 10 },
    );
  });
});
