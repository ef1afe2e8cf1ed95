import { randomUUID } from "node:crypto";
import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { countStatements } from "@neothink/db/core/statements";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import { draft, published } from "./test-posts.ts";

let ada: Claims;
let bob: Claims;

beforeAll(async () => {
  [ada, bob] = await Promise.all([makePerson({ name: "Ada Lark" }), makePerson({ name: "Bob" })]);
});
afterAll(closePool);

describe("publishing", () => {
  it("puts the post into the feed of its platform, with its author's card", async () => {
    const input = draft({ content: "  **Bold** plans  " });
    await callAs(ada).community.posts.publish(input);
    const { items } = await callAs(bob).community.posts.list({ platform: "ascenders" });
    expect(items.find((post) => post.id === input.id)).toMatchObject({
      content: "**Bold** plans",
      platform: "ascenders",
      tokenTag: "LIVE",
      authorName: "Ada Lark",
      own: false,
      liked: false,
      editedAt: null,
    });
  });

  it("happens once however often it is sent", async () => {
    const input = draft();
    const sent = Array.from({ length: 10 }, () => callAs(ada).community.posts.publish(input));
    const answers = await Promise.all(sent);
    expect(new Set(answers.map((answer) => answer.post.id)).size).toBe(1);
    const rows = await adminQuery("select id from posts where id = $1", [input.id]);
    expect(rows).toHaveLength(1);
  });

  it("refuses an id that is somebody else's", async () => {
    const id = await published(ada);
    expect(await refusal(callAs(bob).community.posts.publish(draft({ id })))).toBe(
      "CONFLICT id_taken",
    );
  });

  it("refuses who has not entered the platform, and visitors", async () => {
    const outsider = await makePerson({ platforms: ["hub"] });
    expect(await refusal(callAs(outsider).community.posts.publish(draft()))).toBe(
      "FORBIDDEN platform_closed",
    );
    expect(await refusal(callAs(null).community.posts.publish(draft()))).toBe(
      "UNAUTHORIZED sign_in_required",
    );
  });

  it("refuses readers above the writer's tier, and empty or endless texts", async () => {
    expect(
      await refusal(callAs(ada).community.posts.publish(draft({ visibility: "premium" }))),
    ).toBe("FORBIDDEN audience_locked");
    for (const content of ["", "   \n ", "x".repeat(5001)]) {
      expect(await refusal(callAs(ada).community.posts.publish(draft({ content })))).toBe(
        "BAD_REQUEST invalid_input",
      );
    }
  });
});

describe("flooding", () => {
  it("ends after thirty posts within an hour, but never refuses one that was published", async () => {
    const writer = await makePerson();
    await adminQuery(
      "insert into posts (author_id, content, platform) select $1, 'x', 'hub' from generate_series(1, 29)",
      [writer.sub],
    );
    const last = draft();
    await callAs(writer).community.posts.publish(last);
    expect(await refusal(callAs(writer).community.posts.publish(draft()))).toBe(
      "TOO_MANY_REQUESTS too_many_posts",
    );
    expect((await callAs(writer).community.posts.publish(last)).post.id).toBe(last.id);
  });
});

describe("reading", () => {
  it("follows the tiers", async () => {
    const [premium, superachiever, guardian] = await Promise.all([
      makePerson({ tier: "premium" }),
      makePerson({ tier: "superachiever" }),
      makePerson({ guardian: true }),
    ]);
    const ids = {
      public: await published(superachiever, { visibility: "public" }),
      premium: await published(superachiever, { visibility: "premium" }),
      superachiever: await published(superachiever, { visibility: "superachiever" }),
      private: await published(superachiever, { visibility: "private" }),
    };
    const seenBy = async (claims: Claims) => {
      const { items } = await callAs(claims).community.posts.list({ limit: 50 });
      const seen = new Set(items.map((post) => post.id));
      return Object.entries(ids).flatMap(([name, id]) => (seen.has(id) ? [name] : []));
    };
    expect(await seenBy(ada)).toEqual(["public"]);
    expect(await seenBy(premium)).toEqual(["public", "premium"]);
    expect(await seenBy(superachiever)).toEqual(Object.keys(ids));
    expect(await seenBy(guardian)).toEqual(["public", "premium", "superachiever"]);
    expect(await refusal(callAs(ada).community.posts.get({ id: ids.premium }))).toBe(
      "NOT_FOUND post_not_found",
    );
    expect(await refusal(callAs(null).community.posts.list({}))).toBe(
      "UNAUTHORIZED sign_in_required",
    );
  });

  it("can be narrowed to a platform and to a token", async () => {
    const live = await published(ada, { tokenTag: "LIVE" });
    const life = await published(ada, { tokenTag: "LIFE" });
    const inHub = draft({ tokenTag: "LIFE" });
    await callAs(ada, "hub").community.posts.publish(inHub);
    const ids = async (filter: { platform?: "hub"; tokenTag?: "LIFE" }) => {
      const { items } = await callAs(bob).community.posts.list({ ...filter, limit: 50 });
      return [live, life, inHub.id].filter((id) => items.some((post) => post.id === id));
    };
    expect(await ids({})).toEqual([live, life, inHub.id]);
    expect(await ids({ tokenTag: "LIFE" })).toEqual([life, inHub.id]);
    expect(await ids({ tokenTag: "LIFE", platform: "hub" })).toEqual([inHub.id]);
  });

  it("refuses a place that the list never gave", async () => {
    const forged = Buffer.from('["now","x"]').toString("base64url");
    expect(await refusal(callAs(ada).community.posts.list({ cursor: forged }))).toBe(
      "BAD_REQUEST bad_cursor",
    );
  });
});

describe("changing", () => {
  it("is for the author, keeps the earlier text and marks the post", async () => {
    const id = await published(ada, { content: "First." });
    const data = { content: "Second.", visibility: "private" as const };
    expect(await callAs(ada).community.posts.update({ id, data })).toMatchObject({
      content: "Second.",
      visibility: "private",
      editedAt: expect.any(Date),
    });
    const revisions = await adminQuery("select content from post_revisions where post_id = $1", [
      id,
    ]);
    expect(revisions).toEqual([{ content: "First." }]);
    expect(await refusal(callAs(bob).community.posts.get({ id }))).toBe("NOT_FOUND post_not_found");
  });

  it("refuses the stranger, the moderator and the visitor", async () => {
    const id = await published(ada);
    const moderator = await makePerson({ role: "admin" });
    const data = { content: "Mine now.", visibility: "public" as const };
    expect(await refusal(callAs(bob).community.posts.update({ id, data }))).toBe(
      "FORBIDDEN not_the_author",
    );
    expect(await refusal(callAs(moderator).community.posts.update({ id, data }))).toBe(
      "FORBIDDEN not_the_author",
    );
    expect(await refusal(callAs(null).community.posts.update({ id, data }))).toBe(
      "UNAUTHORIZED sign_in_required",
    );
    expect(await refusal(callAs(bob).community.posts.update({ id: randomUUID(), data }))).toBe(
      "NOT_FOUND post_not_found",
    );
    expect((await callAs(ada).community.posts.get({ id })).content).toBe("A first step.");
  });

  it("stays below the author's tier", async () => {
    const id = await published(ada);
    const data = { content: "Up.", visibility: "superachiever" as const };
    expect(await refusal(callAs(ada).community.posts.update({ id, data }))).toBe(
      "FORBIDDEN audience_locked",
    );
  });
});

describe("removing", () => {
  it("takes the post out of the feed, and undo brings it back to its place", async () => {
    const id = await published(ada);
    const before = await callAs(ada).community.posts.get({ id });
    await callAs(ada).community.posts.delete({ id });
    await callAs(ada).community.posts.delete({ id });
    expect(await refusal(callAs(ada).community.posts.get({ id }))).toBe("NOT_FOUND post_not_found");
    const { items } = await callAs(ada).community.posts.list({ limit: 50 });
    expect(items.some((post) => post.id === id)).toBe(false);

    const after = await callAs(ada).community.posts.restore({ id });
    expect(after.cursorAt).toBe(before.cursorAt);
    expect(await callAs(ada).community.posts.restore({ id })).toEqual(after);
  });

  it("refuses the stranger and the visitor", async () => {
    const id = await published(ada);
    expect(await refusal(callAs(bob).community.posts.delete({ id }))).toBe(
      "FORBIDDEN not_the_author",
    );
    expect(await refusal(callAs(null).community.posts.delete({ id }))).toBe(
      "UNAUTHORIZED sign_in_required",
    );
    await callAs(ada).community.posts.delete({ id });
    expect(await refusal(callAs(bob).community.posts.restore({ id }))).toBe(
      "NOT_FOUND post_not_found",
    );
  });

  it("lets a moderator remove, and then nobody but moderators bring back", async () => {
    const id = await published(ada);
    const moderator = await makePerson({ role: "admin" });
    await callAs(moderator).community.posts.delete({ id });
    expect(await refusal(callAs(ada).community.posts.restore({ id }))).toBe(
      "FORBIDDEN removed_by_other",
    );
    await callAs(moderator).community.posts.restore({ id });
    expect((await callAs(ada).community.posts.get({ id })).own).toBe(true);
    const trail = await adminQuery<{ action: string; user_id: string }>(
      "select action, user_id from audit_logs where entity_id = $1 order by created_at",
      [id],
    );
    expect(trail).toEqual([
      { action: "post:delete", user_id: moderator.sub },
      { action: "post:restore", user_id: moderator.sub },
    ]);
  });
});

describe("liking", () => {
  it("counts each member once, under any number of clicks", async () => {
    const id = await published(ada);
    const clicks = Array.from({ length: 12 }, () =>
      callAs(bob).community.posts.like({ postId: id, liked: true }),
    );
    await Promise.all(clicks);
    expect(await callAs(bob).community.posts.get({ id })).toMatchObject({
      likeCount: 1,
      liked: true,
    });
    await callAs(bob).community.posts.like({ postId: id, liked: false });
    await callAs(bob).community.posts.like({ postId: id, liked: false });
    expect(await callAs(bob).community.posts.get({ id })).toMatchObject({
      likeCount: 0,
      liked: false,
    });
  });

  it("refuses what the member cannot read", async () => {
    const postId = await published(ada, { visibility: "private" });
    expect(await refusal(callAs(bob).community.posts.like({ postId, liked: true }))).toBe(
      "NOT_FOUND post_not_found",
    );
  });
});

describe("the number of statements", () => {
  async function verbs(call: () => Promise<unknown>): Promise<string[]> {
    const { statements } = await countStatements(call);
    return statements.map((text) => text.trim().split(/\s/)[0] ?? "");
  }

  it("is one for each read", async () => {
    const id = await published(ada);
    const caller = callAs(bob);
    expect(await verbs(() => caller.community.posts.list({}))).toEqual(["select"]);
    expect(await verbs(() => caller.community.posts.get({ id }))).toEqual(["select"]);
    expect(await verbs(() => caller.community.posts.rights())).toEqual(["select"]);
  });

  it("is bounded for each change", async () => {
    const caller = callAs(await makePerson());
    const input = draft();
    const { id } = input;
    const data = { content: "x", visibility: "public" as const };
    const count = async (call: () => Promise<unknown>) => (await verbs(call)).length;
    // Publishing, removing and bringing back carry the award's entries in the same transaction, and
    // the first post its badge.
    expect(await count(() => caller.community.posts.publish(input))).toBeLessThanOrEqual(34);
    expect(await count(() => caller.community.posts.publish(draft()))).toBeLessThanOrEqual(28);
    expect(await count(() => caller.community.posts.like({ postId: id, liked: true }))).toBe(4);
    expect(await count(() => caller.community.posts.update({ id, data }))).toBe(8);
    expect(await count(() => caller.community.posts.delete({ id }))).toBeLessThanOrEqual(18);
    expect(await count(() => caller.community.posts.restore({ id }))).toBeLessThanOrEqual(25);
  });
});
