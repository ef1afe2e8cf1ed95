import { randomUUID } from "node:crypto";
import type { Claims } from "@neothink/db/core/identity";
import { asJob } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import { bookmarkReminders } from "./bookmark-reminders.job.ts";
import type { NewPoll } from "./posts.schema.ts";
import { draft, published } from "./test-posts.ts";

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

const posts = (who: Claims | null) => callAs(who).community.posts;

describe("polls", () => {
  async function ask(more: Partial<NewPoll> = {}): Promise<{ postId: string; pollId: string }> {
    const poll = {
      question: "Which?",
      choices: ["this", "that"],
      multiple: false,
      closesAt: null,
      ...more,
    };
    const { post } = await posts(ada).publish(draft({ poll }));
    return { postId: post.id, pollId: post.poll?.id ?? "" };
  }

  it("hold one ballot for each member, changeable, under any number of requests", async () => {
    const { pollId, postId } = await ask();
    const crowd = await Promise.all(Array.from({ length: 12 }, () => makePerson()));
    await Promise.all(
      crowd.flatMap((who) => [1, 2, 2].map((n) => posts(who).vote({ pollId, choices: [n] }))),
    );
    const { poll } = await posts(bob).get({ id: postId });
    expect(poll?.tally.reduce((sum, votes) => sum + votes, 0)).toBe(12);
    expect(poll?.mine).toBeNull();
    await posts(bob).vote({ pollId, choices: [1] });
    const after = await posts(bob).vote({ pollId, choices: [2] });
    expect(after.poll?.mine).toEqual([2]);
    expect(after.poll?.tally.reduce((sum, votes) => sum + votes, 0)).toBe(13);
  });

  it("refuse choices that are not there, more than one, late votes and strangers", async () => {
    const { pollId } = await ask();
    expect(await refusal(posts(bob).vote({ pollId, choices: [3] }))).toBe(
      "BAD_REQUEST no_such_choice",
    );
    expect(await refusal(posts(bob).vote({ pollId, choices: [1, 2] }))).toBe(
      "BAD_REQUEST no_such_choice",
    );
    await adminQuery("update polls set closes_at = now() - interval '1 second' where id = $1", [
      pollId,
    ]);
    expect(await refusal(posts(bob).vote({ pollId, choices: [1] }))).toBe(
      "PRECONDITION_FAILED poll_closed",
    );
    expect(await refusal(posts(bob).vote({ pollId: randomUUID(), choices: [1] }))).toBe(
      "NOT_FOUND poll_not_found",
    );
    expect(await refusal(posts(null).vote({ pollId, choices: [1] }))).toBe(
      "UNAUTHORIZED sign_in_required",
    );
  });
});

describe("bookmarks", () => {
  it("keep a post with a note, once, and remind at their time, once", async () => {
    const reader = await makePerson();
    const postId = await published(ada);
    const keep = (remindAt: Date | null) =>
      callAs(reader).community.bookmarks.update({ postId, note: "try it", remindAt });
    await keep(null);
    await keep(new Date(Date.now() - 1000));
    expect((await posts(reader).get({ id: postId })).bookmarked).toBe(true);
    const { items } = await callAs(reader).community.bookmarks.list({});
    expect(items).toMatchObject([{ postId, note: "try it", authorName: "Ada Lark" }]);
    for (const _ of [1, 2]) {
      await bookmarkReminders.run({ now: new Date(), step: asJob });
    }
    const told = await adminQuery(
      "select body from notifications where user_id = $1 and kind = 'bookmark_reminder'",
      [reader.sub],
    );
    expect(told).toEqual([{ body: "try it" }]);
    await callAs(reader).community.bookmarks.delete({ postId });
    await callAs(reader).community.bookmarks.delete({ postId });
    expect((await callAs(reader).community.bookmarks.list({})).items).toEqual([]);
  });

  it("refuse what cannot be read, and lose no word of what became unreadable", async () => {
    const hidden = await published(ada, { visibility: "private" });
    expect(
      await refusal(
        callAs(bob).community.bookmarks.update({ postId: hidden, note: null, remindAt: null }),
      ),
    ).toBe("NOT_FOUND post_not_found");
    const postId = await published(ada);
    await callAs(bob).community.bookmarks.update({ postId, note: null, remindAt: null });
    await posts(ada).delete({ id: postId });
    const { items } = await callAs(bob).community.bookmarks.list({});
    expect(items).toMatchObject([{ postId, content: null }]);
  });
});

describe("standing", () => {
  it("is for moderators: pinned posts stand apart, announcements are told and their readers counted", async () => {
    const id = await published(ada);
    const stand = (who: Claims | null, pinned: boolean, announcement: boolean) =>
      posts(who).stand({ id, pinned, announcement });
    expect(await refusal(stand(ada, true, false))).toBe("FORBIDDEN moderators_only");
    expect(await refusal(stand(null, true, false))).toBe("UNAUTHORIZED sign_in_required");
    await stand(guardian, true, true);
    await stand(guardian, true, true);
    const inList = async () =>
      (await posts(bob).list({ platform: "ascenders", limit: 50 })).items.some(
        (post) => post.id === id,
      );
    expect((await posts(bob).pinned({ platform: "ascenders" })).map((post) => post.id)).toContain(
      id,
    );
    expect(await inList()).toBe(false);
    const told = await adminQuery(
      "select id from notifications where user_id = $1 and kind = 'announcement' and content_id = $2",
      [bob.sub, id],
    );
    expect(told).toHaveLength(1);
    await posts(bob).markRead({ id });
    await posts(bob).markRead({ id });
    expect(await posts(bob).get({ id })).toMatchObject({ announcement: true, read: true });
    expect((await posts(guardian).get({ id })).readCount).toBe(1);
    await stand(guardian, false, false);
    expect(await inList()).toBe(true);
  });
});

describe("the feed", () => {
  const follow = (who: Claims, whom: Claims) =>
    adminQuery("insert into user_connections (user_id, connected_user_id) values ($1, $2)", [
      who.sub,
      whom.sub,
    ]);

  it("of those one follows holds their posts alone", async () => {
    const [reader, followed] = await Promise.all([makePerson(), makePerson()]);
    await follow(reader, followed);
    const id = await published(followed);
    await published(ada);
    const { items } = await posts(reader).list({ mode: "following" });
    expect(items.map((post) => [post.id, post.reason])).toEqual([[id, "followed"]]);
  });

  it("for the member ranks followed authors and liked tokens first, says why, and can be reset", async () => {
    const [reader, followed, others] = await Promise.all([
      makePerson(),
      makePerson(),
      makePerson(),
    ]);
    await follow(reader, followed);
    const section = "ascension";
    const make = (who: Claims, tokenTag: "LIFE" | "LOVE") => published(who, { tokenTag, section });
    const fromFollowed = await make(followed, "LOVE");
    const liked = await make(others, "LIFE");
    const sameToken = await make(others, "LIFE");
    const plain = await make(others, "LOVE");
    await posts(reader).like({ postId: liked, liked: true });
    await posts(reader).react({ postId: liked, kind: "love", given: true });
    const read = async () => {
      const { items } = await posts(reader).list({ mode: "for-you", section, limit: 50 });
      return items
        .filter(({ id }) => [fromFollowed, liked, sameToken, plain].includes(id))
        .map(({ id, reason }) => [id, reason]);
    };
    const ranked = await read();
    expect(ranked[0]).toEqual([fromFollowed, "followed"]);
    expect(ranked).toContainEqual([sameToken, "token"]);
    expect(ranked.at(-1)).toEqual([plain, "fresh"]);
    await posts(reader).resetForYou();
    expect(await read()).toContainEqual([sameToken, "fresh"]);
  });

  it("for the member is paged without doubles", async () => {
    const [reader, writer] = await Promise.all([makePerson(), makePerson()]);
    await adminQuery(
      `insert into posts (author_id, content, platform, section, created_at)
       select $1, 'p' || n, 'ascenders', 'paged', now() - n * interval '1 hour' from generate_series(1, 25) n`,
      [writer.sub],
    );
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<ReturnType<typeof posts>["list"]>> = await posts(reader).list({
        mode: "for-you",
        section: "paged",
        limit: 10,
        cursor,
      });
      seen.push(...page.items.map(({ content }) => content));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => `p${n + 1}`));
  });

  it("counts what is newer than the first that is shown, others' posts only", async () => {
    const reader = await makePerson();
    await published(ada);
    const [first] = (await posts(reader).list({ platform: "ascenders" })).items;
    const since = first?.place ?? "";
    const newer = () => posts(reader).newer({ platform: "ascenders", tokenTag: "LOVE", since });
    const before = await newer();
    await published(ada, { tokenTag: "LOVE" });
    await published(reader, { tokenTag: "LOVE" });
    expect((await newer()) - before).toBe(1);
    expect(await refusal(posts(reader).newer({ since: "x" }))).toBe("BAD_REQUEST bad_cursor");
    expect(await refusal(posts(reader).list({ mode: "for-you", cursor: "x" }))).toBe(
      "BAD_REQUEST bad_cursor",
    );
  });
});

describe("the history of a post", () => {
  it("holds each earlier text, for those who may read the post", async () => {
    const id = await published(ada, { content: "one" });
    for (const content of ["two", "three"]) {
      await posts(ada).update({ id, data: { content, visibility: "public" } });
    }
    expect((await posts(bob).revisions({ id })).map(({ content }) => content)).toEqual([
      "one",
      "two",
    ]);
    await posts(ada).update({ id, data: { content: "three", visibility: "private" } });
    expect(await posts(bob).revisions({ id })).toEqual([]);
  });
});

describe("link previews", () => {
  it("of the inside are kept as empty, and the address is noted from the text", async () => {
    const id = await published(ada, { content: "See http://127.0.0.1/secret, please." });
    const post = await posts(bob).get({ id });
    expect(post).toMatchObject({ linkUrl: "http://127.0.0.1/secret", linkTitle: null });
    const [row] = await adminQuery<{ title: string | null }>(
      "select title from link_previews where url = $1",
      ["http://127.0.0.1/secret"],
    );
    expect(row).toEqual({ title: null });
  });
});

describe("pictures", () => {
  // The smallest WebP: one pixel, no metadata.
  const data = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

  it("are seen by whoever sees the post, once it is out", async () => {
    const post = draft({ visibility: "public" });
    const file = randomUUID();
    const add = () =>
      posts(ada).addPicture({ id: file, attachTo: { type: "post", id: post.id }, data });
    expect(await add()).toEqual({ url: `/api/files/${file}` });
    await add();
    const see = (who: Claims | null) => callAs(who).identity.file.get({ id: file });
    await see(ada);
    expect(await refusal(see(bob))).toContain("NOT_FOUND");
    await posts(ada).publish({ ...post, content: `![pixel](/api/files/${file})` });
    expect((await see(bob)).contentType).toBe("image/webp");
    await see(null);
    await posts(ada).update({ id: post.id, data: { content: "gone", visibility: "private" } });
    expect(await refusal(see(bob))).toContain("NOT_FOUND");
    expect(await refusal(see(null))).toContain("NOT_FOUND");
  });

  it("cannot be hung on somebody else's post", async () => {
    const postId = await published(ada);
    const file = randomUUID();
    await posts(bob).addPicture({ id: file, attachTo: { type: "post", id: postId }, data });
    expect(await refusal(callAs(ada).identity.file.get({ id: file }))).toContain("NOT_FOUND");
  });

  it("are pictures", async () => {
    const attachTo = { type: "post", id: randomUUID() } as const;
    const script = Buffer.from("<svg onload=alert(1)>").toString("base64");
    expect(await refusal(posts(ada).addPicture({ id: randomUUID(), attachTo, data: script }))).toBe(
      "BAD_REQUEST not_a_picture",
    );
  });
});
