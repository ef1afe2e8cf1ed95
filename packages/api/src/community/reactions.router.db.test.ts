import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import { published } from "./test-posts.ts";

let ada: Claims;
let bob: Claims;

beforeAll(async () => {
  [ada, bob] = await Promise.all([makePerson({ name: "Ada Lark" }), makePerson({ name: "Bob" })]);
});
afterAll(closePool);

async function insightOf(postId: string): Promise<{ status: string; amount: string }[]> {
  return adminQuery("select status, amount::text from user_actions where idempotency_key like $1", [
    `insight:${postId}:%`,
  ]);
}

describe("reactions", () => {
  it("count one of each kind for each member under 50 requests at once", async () => {
    const postId = await published(ada);
    await Promise.all(
      Array.from({ length: 50 }, (_, turn) =>
        callAs(bob).community.posts.react({
          postId,
          kind: turn % 2 ? "love" : "celebrate",
          given: true,
        }),
      ),
    );
    const rows = await adminQuery("select reaction_type from post_reactions where post_id = $1", [
      postId,
    ]);
    expect(rows).toHaveLength(2);
    const post = await callAs(bob).community.posts.get({ id: postId });
    expect(post.reactionCounts).toMatchObject({ love: 1, celebrate: 1 });
    expect([...post.reactions].sort()).toEqual(["celebrate", "love"]);
  });

  it("count everybody when 50 members react and take back at once", async () => {
    const postId = await published(ada);
    const crowd = await Promise.all(Array.from({ length: 50 }, () => makePerson()));
    await Promise.all(
      crowd.map((who) => callAs(who).community.posts.react({ postId, kind: "love", given: true })),
    );
    await Promise.all(
      crowd
        .slice(0, 20)
        .map((who) => callAs(who).community.posts.react({ postId, kind: "love", given: false })),
    );
    const post = await callAs(ada).community.posts.get({ id: postId });
    expect(post.reactionCounts).toMatchObject({ love: 30 });
    const [row] = await adminQuery<{ reaction_count: number }>(
      "select reaction_count from posts where id = $1",
      [postId],
    );
    expect(row?.reaction_count).toBe(30);
  });

  it("credit the author for an insight: once for each reader, as long as it is given", async () => {
    const author = await makePerson();
    const postId = await published(author);
    const react = (given: boolean) =>
      callAs(bob).community.posts.react({ postId, kind: "insightful", given });
    await Promise.all([react(true), react(true), react(true)]);
    expect(await insightOf(postId)).toMatchObject([{ status: "awarded" }]);
    const [bonus] = await adminQuery<{ count: number }>(
      "select count(*)::int as count from collaboration_bonuses where user_id = $1",
      [author.sub],
    );
    expect(bonus?.count).toBe(1);
    await react(false);
    expect(await insightOf(postId)).toMatchObject([{ status: "reversed" }]);
    await react(true);
    expect(await insightOf(postId)).toMatchObject([{ status: "awarded" }]);
    await callAs(author).community.posts.react({ postId, kind: "insightful", given: true });
    expect(await insightOf(postId)).toHaveLength(1);
  });

  it("pay nothing for other kinds", async () => {
    const postId = await published(ada);
    await callAs(bob).community.posts.react({ postId, kind: "love", given: true });
    expect(await insightOf(postId)).toEqual([]);
  });

  it("tell the author once, and take unread news back", async () => {
    const author = await makePerson();
    const postId = await published(author);
    const told = () =>
      adminQuery(
        "select id from notifications where user_id = $1 and kind in ('like', 'reaction')",
        [author.sub],
      );
    for (const given of [true, true]) {
      await callAs(bob).community.posts.react({ postId, kind: "celebrate", given });
      await callAs(bob).community.posts.like({ postId, liked: given });
    }
    expect(await told()).toHaveLength(2);
    await callAs(bob).community.posts.react({ postId, kind: "celebrate", given: false });
    await callAs(bob).community.posts.like({ postId, liked: false });
    expect(await told()).toHaveLength(0);
  });

  it("refuse what the member cannot read, unknown kinds, and visitors", async () => {
    const postId = await published(ada, { visibility: "private" });
    const input = { postId, kind: "love", given: true } as const;
    expect(await refusal(callAs(bob).community.posts.react(input))).toBe(
      "NOT_FOUND post_not_found",
    );
    expect(await refusal(callAs(null).community.posts.react(input))).toBe(
      "UNAUTHORIZED sign_in_required",
    );
  });
});
