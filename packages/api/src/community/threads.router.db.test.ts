import { randomUUID } from "node:crypto";
import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { countStatements } from "@neothink/db/core/statements";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import { published } from "./test-posts.ts";

let ada: Claims;
let bob: Claims;
let guardian: Claims;

beforeAll(async () => {
  [ada, bob, guardian] = await Promise.all([
    makePerson({ name: "Ada Lark" }),
    makePerson({ name: "Bob" }),
    makePerson({ guardian: true }),
  ]);
});
afterAll(closePool);

async function say(who: Claims, postId: string, content: string, parentId?: string) {
  const id = randomUUID();
  await callAs(who).community.comments.create({ id, postId, content, parentId });
  return id;
}

describe("threads", () => {
  it("keep answers under what they answer, whatever the order of writing", async () => {
    const postId = await published(ada);
    const first = await say(bob, postId, "first");
    const second = await say(ada, postId, "second");
    const answer = await say(ada, postId, "to first", first);
    await say(bob, postId, "to the answer", answer);
    await say(bob, postId, "to second", second);
    const { items } = await callAs(bob).community.comments.list({ postId, view: "nested" });
    expect(items.map(({ content, depth }) => [content, depth])).toEqual([
      ["first", 0],
      ["to first", 1],
      ["to the answer", 2],
      ["second", 0],
      ["to second", 1],
    ]);
    const flat = await callAs(bob).community.comments.list({ postId, view: "flat" });
    expect(flat.items.map(({ content }) => content)).toEqual([
      "first",
      "second",
      "to first",
      "to the answer",
      "to second",
    ]);
  });

  it("grow no deeper than eight levels, and lose nobody", async () => {
    const postId = await published(ada);
    let parent: string | undefined;
    for (let level = 0; level < 12; level += 1) {
      parent = await say(level % 2 ? ada : bob, postId, `level ${level}`, parent);
    }
    const { items } = await callAs(ada).community.comments.list({ postId, view: "nested" });
    expect(items.map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8]);
    expect(items.map(({ content }) => content)).toEqual(
      Array.from({ length: 12 }, (_, level) => `level ${level}`),
    );
  });

  it("are paged both ways without gap or double, also from a comment on", async () => {
    const postId = await published(ada);
    await adminQuery(
      `insert into post_comments (id, post_id, author_id, content, created_at)
       select gen_random_uuid(), $1, $2, 'c' || n, now() - interval '1 day' + n * interval '1 second'
       from generate_series(0, 129) n`,
      [postId, bob.sub],
    );
    for (const view of ["nested", "flat"] as const) {
      const list = (more: object) => callAs(ada).community.comments.list({ postId, view, ...more });
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list({ cursor });
        seen.push(...page.items.map(({ content }) => content));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual(Array.from({ length: 130 }, (_, n) => `c${n}`));

      const target = await adminQuery<{ id: string }>(
        "select id from post_comments where post_id = $1 and content = 'c100'",
        [postId],
      );
      const there = await list({ startAt: target[0]?.id });
      expect(there.items[0]?.content).toBe("c100");
      expect(there.nextCursor).toBeNull();
      const before = await list({ cursor: there.previousCursor, direction: "backward" });
      expect(before.items.map(({ content }) => content)).toEqual(
        Array.from({ length: 50 }, (_, n) => `c${n + 50}`),
      );
      expect(before.previousCursor).not.toBeNull();
    }
  });

  it("keep the answers to a removed comment, and hide its words from everybody else", async () => {
    const postId = await published(ada);
    const root = await say(bob, postId, "hasty words");
    const answer = await say(ada, postId, "an answer", root);
    await callAs(bob).community.comments.delete({ id: root });
    const seenBy = async (who: Claims) =>
      (await callAs(who).community.comments.list({ postId, view: "nested" })).items;
    const [left] = await seenBy(ada);
    // The reader gets the answer with the place of what is gone above it.
    expect(await seenBy(ada)).toHaveLength(1);
    expect(left).toMatchObject({ id: answer, depth: 1, parentId: root });
    expect((await seenBy(bob))[0]).toMatchObject({ id: root, content: "", restorable: true });
    expect((await seenBy(guardian))[0]).toMatchObject({ id: root, content: "", restorable: true });
    expect(
      await refusal(
        callAs(ada).community.comments.create({
          id: randomUUID(),
          postId,
          parentId: root,
          content: "too late",
        }),
      ),
    ).toBe("NOT_FOUND comment_not_found");

    await callAs(bob).community.comments.restore({ id: root });
    expect((await seenBy(ada))[0]).toMatchObject({ id: root, content: "hasty words" });
  });

  it("let only a moderator bring back what a moderator removed", async () => {
    const postId = await published(ada);
    const id = await say(bob, postId, "off topic");
    await callAs(guardian).community.comments.delete({ id });
    expect(await refusal(callAs(bob).community.comments.restore({ id }))).toBe(
      "FORBIDDEN removed_by_other",
    );
    expect(await refusal(callAs(ada).community.comments.restore({ id }))).toBe(
      "NOT_FOUND comment_not_found",
    );
    expect((await callAs(guardian).community.comments.restore({ id })).content).toBe("off topic");
  });

  it("are edited by their author alone, and marked", async () => {
    const postId = await published(ada);
    const id = await say(bob, postId, "tpyo");
    const data = { content: "typo" };
    for (const who of [ada, guardian]) {
      expect(await refusal(callAs(who).community.comments.update({ id, data }))).toBe(
        "FORBIDDEN not_the_author",
      );
    }
    const edited = await callAs(bob).community.comments.update({ id, data });
    expect(edited).toMatchObject({ content: "typo" });
    expect(edited.editedAt).not.toBeNull();
  });

  it("refuse an answer across posts, and places that no list gave", async () => {
    const [one, other] = [await published(ada), await published(ada)];
    const parentId = await say(bob, one, "here");
    const input = { id: randomUUID(), postId: other, parentId, content: "there" };
    expect(await refusal(callAs(bob).community.comments.create(input))).toBe(
      "NOT_FOUND comment_not_found",
    );
    for (const view of ["nested", "flat"] as const) {
      for (const cursor of ["x", "'; drop table posts", "0".repeat(23)]) {
        expect(
          await refusal(callAs(bob).community.comments.list({ postId: one, view, cursor })),
        ).toBe("BAD_REQUEST bad_cursor");
      }
    }
  });

  it("are shown as the member chose, on each device", async () => {
    const reader = await makePerson();
    expect((await callAs(reader).community.posts.rights()).commentView).toBe("nested");
    await callAs(reader).community.comments.chooseView({ view: "flat" });
    await callAs(reader).community.comments.chooseView({ view: "flat" });
    expect((await callAs(reader).community.posts.rights()).commentView).toBe("flat");
    expect((await callAs(reader, "hub").community.posts.rights()).commentView).toBe("nested");
  });

  it("are read in one statement, two from a comment on", async () => {
    const postId = await published(ada);
    const id = await say(bob, postId, "x");
    const count = async (more: object) =>
      (await countStatements(() => callAs(ada).community.comments.list({ postId, ...more })))
        .statements.length;
    expect(await count({ view: "nested" })).toBe(1);
    expect(await count({ view: "nested", startAt: id })).toBe(2);
  });
});
