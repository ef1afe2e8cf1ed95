import { randomUUID } from "node:crypto";
import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { makePerson } from "@neothink/db/core/test-people";
import { TRPCError } from "@trpc/server";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAs } from "../core/test-caller.ts";
import { published } from "./test-posts.ts";

let ada: Claims;
let postId: string;

beforeAll(async () => {
  ada = await makePerson();
  postId = await published(ada);
});
afterAll(closePool);

function calls(who: Claims | null) {
  const { bookmarks, comments, drafts, mentions, posts } = callAs(who).community;
  return [
    ...[posts.list, posts.pinned, posts.newer, posts.get, posts.revisions, posts.publish],
    ...[posts.reschedule, posts.update, posts.delete, posts.restore, posts.like, posts.react],
    ...[posts.vote, posts.stand, posts.markRead, posts.addPicture],
    ...[comments.list, comments.create, comments.update, comments.delete, comments.restore],
    ...[comments.chooseView, drafts.save, drafts.delete, mentions.list],
    ...[bookmarks.list, bookmarks.update, bookmarks.delete],
  ];
}

/** The types would refuse what a stranger can send all the same. */
function untyped(input: unknown): never {
  return input as never;
}

const odd = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.constantFrom(null, undefined, "", "\u0000", "'; --", "{}", "NaN", "2026-99-99 10:00:00+00"),
);
const id = fc.oneof({ weight: 4, arbitrary: fc.constantFrom("post", "other") }, odd);
const text = fc.oneof(
  fc.string(),
  fc.constantFrom("ok", "a\u0000b", "[@x](member:x)", "http://[", "\ud800"),
);
const date = fc.oneof(fc.date(), fc.date({ noInvalidDate: false }), odd);
const place = fc.oneof(
  odd,
  fc.base64String(),
  fc
    .tuple(fc.constantFrom("2026-02-31 10:00:00+00", "0000-00-00 00:00:00+00", "x"), fc.uuid())
    .map((pair) => Buffer.from(JSON.stringify(pair)).toString("base64url")),
  fc
    .tuple(
      fc.constantFrom("2026-02-31 10:00:00+00", "2026-02-01 10:00:00+99"),
      fc.constantFrom("1", "-9999999999.999999", "x"),
      fc.uuid(),
    )
    .map((rank) => Buffer.from(JSON.stringify(rank)).toString("base64url")),
);

const input = fc.record(
  {
    id,
    postId: id,
    parentId: id,
    pollId: id,
    startAt: id,
    content: text,
    note: text,
    name: text,
    cursor: place,
    since: place,
    section: fc.oneof(odd, fc.constant("flow")),
    tokenTag: fc.constantFrom("LIVE", null, "GOLD"),
    visibility: fc.constantFrom("public", "premium", "private", "all"),
    audience: fc.constantFrom("public", "premium", "private", "all"),
    mode: fc.constantFrom("latest", "following", "for-you", "x"),
    view: fc.constantFrom("nested", "flat", "x"),
    direction: fc.constantFrom("forward", "backward", "up"),
    platform: fc.constantFrom("ascenders", "hub", "moon"),
    kind: fc.constantFrom("like", "insightful", "hate"),
    given: fc.boolean(),
    liked: fc.boolean(),
    pinned: fc.boolean(),
    announcement: fc.boolean(),
    limit: fc.oneof(fc.integer(), fc.double()),
    choices: fc.array(fc.oneof(fc.integer(), fc.string())),
    publishAt: date,
    remindAt: date,
    base: fc.oneof(odd, fc.constantFrom("2026-02-31 10:00:00+00", "2026-01-01 10:00:00.123456+00")),
    poll: fc.oneof(
      odd,
      fc.record({
        question: text,
        choices: fc.array(text),
        multiple: fc.boolean(),
        closesAt: date,
      }),
    ),
    attachTo: fc.record({ type: fc.constantFrom("post", "post_comment", "user"), id }),
    data: fc.oneof(
      fc.base64String(),
      fc.record({
        content: text,
        visibility: fc.constantFrom("public", "private"),
        section: odd,
        tokenTag: fc.constantFrom("LIVE", null),
        publishAt: date,
        poll: fc.constant(null),
      }),
    ),
  },
  { requiredKeys: [] },
);

/** Puts true ids where the sample says so. */
function filled(sample: unknown): unknown {
  return JSON.parse(
    JSON.stringify(sample, (_, value: unknown) => {
      if (value === "post") {
        return postId;
      }
      return value === "other" ? randomUUID() : value;
    }),
  );
}

const dateKeys = ["publishAt", "remindAt"] as const;

function withDates(sample: Record<string, unknown>): unknown {
  const plain = filled(sample);
  const dates = Object.fromEntries(
    dateKeys.flatMap((key) => (key in sample ? [[key, sample[key]]] : [])),
  );
  return { ...(typeof plain === "object" ? plain : {}), ...dates };
}

const refusals = ["BAD_REQUEST", "NOT_FOUND", "FORBIDDEN", "CONFLICT", "PRECONDITION_FAILED"];
const limits = ["TOO_MANY_REQUESTS"];

describe("whatever is sent", () => {
  it("is answered or refused, never a fault", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...calls(ada)), input, async (call, sample) => {
        try {
          await call(untyped(withDates(sample)));
        } catch (error) {
          const code = error instanceof TRPCError ? error.code : String(error);
          expect([...refusals, ...limits], String(error)).toContain(code);
        }
      }),
      { numRuns: 1200 },
    );
  });

  it("is refused to visitors by every procedure", async () => {
    for (const call of calls(null)) {
      await expect(call(untyped({}))).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    }
  });
});
