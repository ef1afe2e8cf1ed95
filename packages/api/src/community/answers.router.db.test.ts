import { randomUUID } from "node:crypto";
import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import { passedScores } from "./answer-rewards.ts";
import { answered, opened } from "./test-topics.ts";

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

async function crowd(size: number): Promise<Claims[]> {
  const people: Claims[] = [];
  for (let done = 0; done < size; done += 10) {
    people.push(...(await Promise.all(Array.from({ length: 10 }, () => makePerson()))));
  }
  return people.slice(0, size);
}

/** What stands in the ledger for an action of this answer, per key. */
async function paid(answerId: string): Promise<Record<string, string>> {
  const rows = await adminQuery<{ key: string; status: string }>(
    "select idempotency_key as key, status from user_actions where entity_id = $1 order by 1",
    [answerId],
  );
  return Object.fromEntries(rows.map(({ key, status }) => [key.replace(answerId, "id"), status]));
}

describe("answering", () => {
  it("builds threads, each reply under what it answers, and a flat list by time", async () => {
    const topicId = await opened(ada);
    const first = await answered(bob, topicId, { content: "one" });
    const second = await answered(bob, topicId, { content: "two" });
    const reply = await answered(ada, topicId, { content: "to one", parentId: first });
    const read = async (view: "nested" | "flat") =>
      (await callAs(ada).community.answers.list({ topicId, view })).items;
    expect((await read("nested")).map(({ id, depth }) => [id, depth])).toEqual([
      [first, 0],
      [reply, 1],
      [second, 0],
    ]);
    expect((await read("flat")).map(({ id }) => id)).toEqual([first, second, reply]);
    expect(await callAs(bob).community.topics.get({ id: topicId })).toMatchObject({
      answerCount: 3,
    });
  });

  it("pages in both directions from any answer, without losing one", async () => {
    const topicId = await opened(ada);
    await adminQuery(
      `insert into discussion_posts (topic_id, user_id, content, tenant_slug, created_at)
       select $1, $2, 'n' || n, 'ascenders', now() + (n / 7) * interval '1 ms' from generate_series(1, 80) n`,
      [topicId, bob.sub],
    );
    for (const view of ["nested", "flat"] as const) {
      const list = callAs(ada).community.answers.list;
      const all = [];
      let cursor: string | null | undefined;
      do {
        const page = await list({ topicId, view, cursor });
        all.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(new Set(all).size).toBe(80);
      const middle = await list({ topicId, view, startAt: all[45] });
      expect(middle.items[0]?.id).toBe(all[45]);
      const before = await list({
        topicId,
        view,
        cursor: middle.previousCursor,
        direction: "backward",
      });
      expect(before.items.map(({ id }) => id)).toEqual(all.slice(15, 45));
    }
  });

  it("writes once however often it is sent, and never under another topic's answer", async () => {
    const [topicId, other] = await Promise.all([opened(ada), opened(ada)]);
    const id = randomUUID();
    const input = { id, topicId, content: "Once." };
    await Promise.all(Array.from({ length: 8 }, () => callAs(bob).community.answers.create(input)));
    expect(await callAs(ada).community.topics.get({ id: topicId })).toMatchObject({
      answerCount: 1,
    });
    const create = (claims: Claims | null, change = {}) =>
      refusal(
        callAs(claims).community.answers.create({
          id: randomUUID(),
          topicId: other,
          content: "x",
          ...change,
        }),
      );
    expect(await create(bob, { parentId: id })).toBe("NOT_FOUND answer_not_found");
    expect(await create(ada, { id, topicId })).toBe("CONFLICT id_taken");
    expect(await create(outsider)).toBe("NOT_FOUND topic_not_found");
    expect(await create(null)).toBe("UNAUTHORIZED sign_in_required");
    await callAs(ada).community.topics.setStatus({ id: other, status: "closed" });
    expect(await create(bob)).toBe("PRECONDITION_FAILED topic_closed");
  });

  it("leaves a mark where others replied, and comes back", async () => {
    const topicId = await opened(ada);
    const id = await answered(bob, topicId, { content: "secret" });
    await answered(ada, topicId, { parentId: id });
    const bobs = callAs(bob).community.answers;
    expect(await refusal(callAs(ada).community.answers.delete({ id }))).toBe(
      "FORBIDDEN not_the_author",
    );
    await bobs.delete({ id });
    await bobs.delete({ id });
    const others = await callAs(ada).community.answers.list({ topicId });
    expect(others.items).toHaveLength(1);
    expect(JSON.stringify(others)).not.toContain("secret");
    const own = await bobs.list({ topicId });
    expect(own.items[0]).toMatchObject({ content: "", restorable: true });
    expect(await refusal(bobs.update({ id, data: { content: "again" } }))).toBe(
      "NOT_FOUND answer_not_found",
    );
    expect((await bobs.restore({ id })).content).toBe("secret");
    await callAs(moderator).community.answers.delete({ id });
    expect(await refusal(bobs.restore({ id }))).toBe("FORBIDDEN removed_by_other");
  });
});

describe("voting", () => {
  it("is one vote each, changeable, and never on one's own", async () => {
    const topicId = await opened(ada);
    const id = await answered(bob, topicId);
    const vote = (claims: Claims, value: 1 | 0 | -1) =>
      callAs(claims).community.answers.vote({ id, vote: value });
    expect(await vote(ada, 1)).toEqual({ upvotes: 1, downvotes: 0, vote: 1 });
    expect(await vote(ada, 1)).toEqual({ upvotes: 1, downvotes: 0, vote: 1 });
    expect(await vote(ada, -1)).toEqual({ upvotes: 0, downvotes: 1, vote: -1 });
    expect((await callAs(ada).community.topics.get({ id: topicId })).score).toBe(-1);
    expect(await vote(ada, 0)).toEqual({ upvotes: 0, downvotes: 0, vote: 0 });
    expect(await refusal(vote(bob, 1))).toBe("FORBIDDEN own_answer");
    expect(await refusal(vote(outsider, 1))).toBe("NOT_FOUND answer_not_found");
    await callAs(bob).community.answers.delete({ id });
    expect(await refusal(vote(ada, 1))).toBe("NOT_FOUND answer_not_found");
    expect(await refusal(vote(moderator, 1))).toBe("NOT_FOUND answer_not_found");
  });

  it("counts 50 voters at once exactly, and one member's 50 votes as one", async () => {
    const [asker, author] = await Promise.all([makePerson(), makePerson()]);
    const topicId = await opened(asker);
    const id = await answered(author, topicId);
    const voters = await crowd(50);
    await Promise.all(
      voters.map((voter, n) => callAs(voter).community.answers.vote({ id, vote: n < 40 ? 1 : -1 })),
    );
    const shown = async () => callAs(asker).community.answers.get({ id });
    expect(await shown()).toMatchObject({ upvotes: 40, downvotes: 10 });
    expect((await callAs(asker).community.topics.get({ id: topicId })).score).toBe(30);
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        callAs(asker).community.answers.vote({ id, vote: n % 2 === 0 ? 1 : -1 }),
      ),
    );
    const { upvotes, downvotes } = await shown();
    expect(upvotes + downvotes).toBe(51);
    const votes = await adminQuery(
      "select id from discussion_votes where discussion_post_id = $1 and user_id = $2",
      [id, asker.sub],
    );
    expect(votes).toHaveLength(1);
    expect(await paid(id)).toEqual({
      "answer_votes:id:25": "awarded",
      "answer_votes:id:5": "awarded",
    });
  });

  it("pays for each step once, however often it is passed, and not after removal", async () => {
    const author = await makePerson();
    const id = await answered(author, await opened(ada));
    const voters = await crowd(5);
    const all = (vote: 1 | 0) =>
      Promise.all(voters.map((voter) => callAs(voter).community.answers.vote({ id, vote })));
    await all(1);
    expect(await paid(id)).toEqual({ "answer_votes:id:5": "awarded" });
    await all(0);
    await all(1);
    const [entries] = await adminQuery<{ count: string }>(
      "select count(*) from gamification_events where idempotency_key = $1",
      [`answer_votes:${id}:5`],
    );
    expect(entries?.count).toBe("1");
    await callAs(author).community.answers.delete({ id });
    expect(await paid(id)).toEqual({ "answer_votes:id:5": "reversed" });
    await callAs(author).community.answers.restore({ id });
    expect(await paid(id)).toEqual({ "answer_votes:id:5": "awarded" });
  });

  it("knows the steps between two standings", () => {
    expect(passedScores(4, 5)).toEqual([5]);
    expect(passedScores(5, 6)).toEqual([]);
    expect(passedScores(24, 26)).toEqual([25]);
  });
});

describe("accepting", () => {
  it("is for the asker and moderators; pays and tells once", async () => {
    const topicId = await opened(ada);
    const author = await makePerson();
    const answerId = await answered(author, topicId);
    const accept = (claims: Claims, id: string | null) =>
      callAs(claims).community.answers.accept({ topicId, answerId: id });
    expect(await refusal(accept(bob, answerId))).toBe("FORBIDDEN not_the_asker");
    expect(await refusal(accept(author, answerId))).toBe("FORBIDDEN not_the_asker");
    expect(await refusal(accept(outsider, answerId))).toBe("NOT_FOUND topic_not_found");
    expect(await accept(ada, answerId)).toMatchObject({
      acceptedPostId: answerId,
      status: "answered",
    });
    await accept(ada, answerId);
    expect(await paid(answerId)).toEqual({ "answer_accepted:id": "awarded" });
    expect(await accept(moderator, null)).toMatchObject({ acceptedPostId: null, status: "active" });
    expect(await paid(answerId)).toEqual({ "answer_accepted:id": "reversed" });
    await accept(moderator, answerId);
    expect(await paid(answerId)).toEqual({ "answer_accepted:id": "awarded" });
    const news = await adminQuery(
      "select id from notifications where user_id = $1 and kind = 'answer_accepted'",
      [author.sub],
    );
    expect(news).toHaveLength(1);
  });

  it("refuses answers of other topics and removed ones, and ends with a removal", async () => {
    const [topicId, other] = await Promise.all([opened(ada), opened(ada)]);
    const [foreign, own] = await Promise.all([answered(bob, other), answered(bob, topicId)]);
    const accept = (answerId: string) =>
      callAs(ada).community.answers.accept({ topicId, answerId });
    expect(await refusal(accept(foreign))).toBe("NOT_FOUND answer_not_found");
    await accept(own);
    await callAs(bob).community.answers.delete({ id: own });
    expect(await callAs(ada).community.topics.get({ id: topicId })).toMatchObject({
      acceptedPostId: null,
      status: "active",
    });
    expect(await paid(own)).toEqual({ "answer_accepted:id": "reversed" });
    expect(await refusal(accept(own))).toBe("NOT_FOUND answer_not_found");
  });

  it("pays nothing for an answer of one's own", async () => {
    const topicId = await opened(ada);
    const answerId = await answered(ada, topicId);
    await callAs(ada).community.answers.accept({ topicId, answerId });
    expect(await paid(answerId)).toEqual({});
  });
});
