import { randomUUID } from "node:crypto";
import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { countStatements } from "@neothink/db/core/statements";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import { answered, opened, topicDraft } from "./test-topics.ts";

let ada: Claims;
let bob: Claims;
let moderator: Claims;
let outsider: Claims;

beforeEach(async () => {
  [ada, bob, moderator, outsider] = await Promise.all([
    makePerson({ name: "Ada Lark" }),
    makePerson({ name: "Bob" }),
    makePerson({ guardian: true }),
    makePerson({ platforms: ["hub"] }),
  ]);
});
afterAll(closePool);

/** Titles of the news of a kind that a member was told. */
async function told(member: Claims, kind: string): Promise<string[]> {
  const rows = await adminQuery<{ title: string }>(
    "select title from notifications where user_id = $1 and kind = $2 order by created_at",
    [member.sub, kind],
  );
  return rows.map((row) => row.title);
}

describe("opening a topic", () => {
  it("puts it into the forum of its platform, with its tags in one spelling", async () => {
    const tag = `t${randomUUID().slice(0, 8)}`;
    const id = await opened(ada, { tags: [tag.toUpperCase(), tag], category: "offers" });
    const { items } = await callAs(bob).community.topics.list({ tag });
    expect(items).toMatchObject([
      { id, category: "offers", tags: [tag], authorName: "Ada Lark", own: false, isNew: true },
    ]);
    const elsewhere = await callAs(bob, "hub").community.topics.list({ tag });
    expect(elsewhere.items).toEqual([]);
  });

  it("happens once however often it is sent", async () => {
    const input = topicDraft();
    await Promise.all(Array.from({ length: 8 }, () => callAs(ada).community.topics.create(input)));
    const rows = await adminQuery("select id from discussion_topics where id = $1", [input.id]);
    expect(rows).toHaveLength(1);
    expect(await refusal(callAs(bob).community.topics.create(input))).toBe("CONFLICT id_taken");
  });

  it("refuses strangers, unknown sections and unknown concepts", async () => {
    const create = (claims: Claims | null, change = {}) =>
      refusal(callAs(claims).community.topics.create(topicDraft(change)));
    expect(await create(outsider)).toBe("FORBIDDEN platform_closed");
    expect(await create(null)).toBe("UNAUTHORIZED sign_in_required");
    expect(await create(ada, { category: "sleep" })).toBe("BAD_REQUEST category_unknown");
    expect(await create(ada, { relatedConcepts: ["No such"] })).toBe("BAD_REQUEST concept_unknown");
  });

  it("ends after ten topics within an hour", async () => {
    const writer = await makePerson();
    await adminQuery(
      `insert into discussion_topics (created_by, title, description, tenant_slug)
       select $1, 'A question', 'x', 'ascenders' from generate_series(1, 10)`,
      [writer.sub],
    );
    expect(await refusal(callAs(writer).community.topics.create(topicDraft()))).toBe(
      "TOO_MANY_REQUESTS too_many_topics",
    );
  });
});

describe("reading", () => {
  it("is for those who may enter the platform", async () => {
    const id = await opened(ada);
    expect(await refusal(callAs(outsider).community.topics.get({ id }))).toBe(
      "NOT_FOUND topic_not_found",
    );
    expect((await callAs(outsider).community.topics.list({})).items).toEqual([]);
    const answer = await answered(bob, id);
    expect((await callAs(outsider).community.answers.list({ topicId: id })).items).toEqual([]);
    expect(await refusal(callAs(outsider).community.answers.vote({ id: answer, vote: 1 }))).toBe(
      "NOT_FOUND answer_not_found",
    );
  });

  it("shows every topic once over keyset pages, in each order", async () => {
    const reader = await makePerson();
    const tag = `page${randomUUID().slice(0, 8)}`;
    await adminQuery(
      `insert into discussion_topics (created_by, title, description, tenant_slug, tags, created_at, last_post_at, is_pinned, vote_score)
       select $1, 'Question ' || n, 'x', 'ascenders', array[$2], now() - (n / 10) * interval '1 s', now() - (n / 10) * interval '1 s',
         n % 20 = 0, n % 3 from generate_series(1, 60) n`,
      [ada.sub, tag],
    );
    for (const sort of ["latest", "new", "top", "unanswered"] as const) {
      const seen: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await callAs(reader).community.topics.list({ tag, sort, cursor });
        seen.push(...page.items.map((topic) => topic.id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen, sort).toHaveLength(60);
      expect(new Set(seen).size, sort).toBe(60);
    }
    const top = await callAs(reader).community.topics.list({ tag, sort: "top" });
    expect(top.items[0]?.score).toBe(2);
    const latest = await callAs(reader).community.topics.list({ tag });
    expect(latest.items.slice(0, 3).every((topic) => topic.pinned)).toBe(true);
    expect(await refusal(callAs(reader).community.topics.list({ cursor: "no" }))).toBe(
      "BAD_REQUEST bad_cursor",
    );
  });

  it("marks what is new since one was here, and takes a mark of everything back", async () => {
    const reader = await makePerson();
    const tag = `read${randomUUID().slice(0, 8)}`;
    const id = await opened(ada, { tags: [tag] });
    const state = async () => {
      const { items } = await callAs(reader).community.topics.list({ tag });
      const unread = await callAs(reader).community.topics.list({ tag, unread: true });
      return { ...items[0], listed: unread.items.length };
    };
    expect(await state()).toMatchObject({ isNew: true, unreadCount: 0, listed: 1 });
    await callAs(reader).community.topics.read({ id, at: new Date() });
    expect(await state()).toMatchObject({ isNew: false, unreadCount: 0, listed: 0 });
    await answered(bob, id);
    await answered(reader, id);
    expect(await state()).toMatchObject({ isNew: false, unreadCount: 1, listed: 1 });
    await callAs(reader).community.topics.markAllRead();
    expect(await state()).toMatchObject({ unreadCount: 0, listed: 0 });
    await callAs(reader).community.topics.unmarkAllRead();
    expect(await state()).toMatchObject({ unreadCount: 1, listed: 1 });
    await callAs(reader).community.topics.read({ id, at: new Date(Date.now() + 1e9) });
    const [row] = await adminQuery<{ ahead: boolean }>(
      "select last_read_at > now() as ahead from topic_reads where user_id = $1",
      [reader.sub],
    );
    expect(row?.ahead).toBe(false);
  });

  it("needs one statement for a list, one for a topic, one for its answers", async () => {
    const id = await opened(ada);
    const api = callAs(bob).community;
    const count = async (call: () => Promise<unknown>) =>
      (await countStatements(call)).statements.length;
    const signedIn = await count(() => api.topics.tags());
    expect(signedIn).toBeLessThanOrEqual(2);
    expect(await count(() => api.topics.list({}))).toBe(signedIn);
    expect(await count(() => api.topics.get({ id }))).toBe(signedIn);
    expect(await count(() => api.answers.list({ topicId: id }))).toBe(signedIn);
  });
});

describe("changing a topic", () => {
  it("is for its asker; moderators pin, archive and remove", async () => {
    const id = await opened(ada);
    const data = { ...topicDraft(), title: "A better question" };
    const forbidden = "FORBIDDEN not_the_asker";
    const bobs = callAs(bob).community.topics;
    expect(await refusal(bobs.update({ id, data }))).toBe(forbidden);
    expect(await refusal(bobs.delete({ id }))).toBe(forbidden);
    expect(await refusal(bobs.setStatus({ id, status: "closed" }))).toBe(forbidden);
    expect(await refusal(bobs.pin({ id, pinned: true }))).toBe("FORBIDDEN moderators_only");
    expect(await refusal(callAs(ada).community.topics.setStatus({ id, status: "archived" }))).toBe(
      "FORBIDDEN moderators_only",
    );
    const edited = await callAs(ada).community.topics.update({ id, data });
    expect(edited.title).toBe("A better question");
    expect((await callAs(moderator).community.topics.pin({ id, pinned: true })).pinned).toBe(true);
    await callAs(moderator).community.topics.setStatus({ id, status: "archived" });
    expect(await refusal(callAs(ada).community.topics.setStatus({ id, status: "open" }))).toBe(
      "FORBIDDEN moderators_only",
    );
  });

  it("can be undone after removing, and keeps what others answered", async () => {
    const id = await opened(ada);
    await callAs(ada).community.topics.delete({ id });
    await callAs(ada).community.topics.delete({ id });
    expect(await refusal(callAs(bob).community.topics.get({ id }))).toBe(
      "NOT_FOUND topic_not_found",
    );
    expect(await callAs(ada).community.topics.get({ id })).toMatchObject({
      description: "",
      restorable: true,
    });
    await callAs(ada).community.topics.restore({ id });
    await answered(bob, id);
    expect(await refusal(callAs(ada).community.topics.delete({ id }))).toBe(
      "FORBIDDEN others_answered",
    );
    await callAs(moderator).community.topics.delete({ id });
    expect(await refusal(callAs(ada).community.topics.restore({ id }))).toBe(
      "FORBIDDEN removed_by_other",
    );
  });

  it("never opens to visitors what was answered for members", async () => {
    const id = await opened(ada);
    await answered(bob, id);
    const data = { ...topicDraft(), isPublic: true };
    expect(await refusal(callAs(ada).community.topics.update({ id, data }))).toBe(
      "FORBIDDEN answers_are_for_members",
    );
  });
});

describe("following", () => {
  it("tells watchers of tags and sections of new topics, and hides what is muted", async () => {
    const [watcher, first, muter] = await Promise.all([makePerson(), makePerson(), makePerson()]);
    const tag = `w${randomUUID().slice(0, 8)}`;
    const follow = (who: Claims, level: "watch" | "watch_first" | "mute") =>
      callAs(who).community.topics.setLevel({ scope: "tag", key: tag, level });
    await follow(watcher, "watch");
    await follow(first, "watch_first");
    await follow(muter, "mute");
    const title = `Who knows ${tag}?`;
    const id = await opened(ada, { tags: [tag], title });
    expect(await told(watcher, "topic_new")).toEqual([`Ada Lark opened ${title}`]);
    expect(await told(first, "topic_new")).toHaveLength(1);
    expect(await told(muter, "topic_new")).toEqual([]);
    await answered(bob, id);
    expect(await told(watcher, "topic_reply")).toHaveLength(1);
    expect(await told(first, "topic_reply")).toEqual([]);
    const listed = await callAs(muter).community.topics.list({ sort: "new" });
    expect(listed.items.map((topic) => topic.id)).not.toContain(id);
    const levels = await callAs(watcher).community.topics.levels();
    expect(levels).toEqual([{ scope: "tag", key: tag, level: "watch" }]);
  });

  it("lets the topic's own level win over its tag's", async () => {
    const reader = await makePerson();
    const tag = `o${randomUUID().slice(0, 8)}`;
    const id = await opened(ada, { tags: [tag] });
    const set = callAs(reader).community.topics;
    await set.setLevel({ scope: "tag", key: tag, level: "mute" });
    await set.setLevel({ scope: "topic", key: id, level: "watch" });
    await answered(bob, id);
    expect(await told(reader, "topic_reply")).toHaveLength(1);
    expect(await set.get({ id })).toMatchObject({ level: "watch", ownLevel: "watch" });
  });

  it("tells who asked and who is replied to, once each, unless they muted the topic", async () => {
    const [asker, helper, quiet] = await Promise.all([makePerson(), makePerson(), makePerson()]);
    const id = await opened(asker);
    const answer = await answered(helper, id);
    const silent = await answered(quiet, id);
    await callAs(quiet).community.topics.setLevel({ scope: "topic", key: id, level: "mute" });
    await answered(bob, id, { parentId: answer });
    await answered(bob, id, { parentId: silent });
    expect(await told(helper, "topic_reply")).toHaveLength(1);
    expect(await told(quiet, "topic_reply")).toEqual([]);
    expect((await told(asker, "topic_reply")).length).toBeGreaterThanOrEqual(1);
    await callAs(asker).community.topics.setLevel({ scope: "topic", key: id, level: "normal" });
    const before = (await told(asker, "topic_reply")).length;
    await answered(helper, id);
    expect(await told(asker, "topic_reply")).toHaveLength(before);
  });

  it("refuses who may not enter", async () => {
    const id = await opened(ada);
    const set = callAs(outsider).community.topics;
    expect(await refusal(set.setLevel({ scope: "topic", key: id, level: "watch" }))).toBe(
      "NOT_FOUND topic_not_found",
    );
    expect(await refusal(set.setLevel({ scope: "tag", key: "x", level: "watch" }))).toBe(
      "FORBIDDEN platform_closed",
    );
    expect(await refusal(set.markAllRead())).toBe("FORBIDDEN platform_closed");
    expect(await refusal(set.read({ id, at: new Date() }))).toBe("NOT_FOUND topic_not_found");
  });
});
