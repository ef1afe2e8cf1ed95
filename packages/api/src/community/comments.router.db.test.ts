import { randomUUID } from "node:crypto";
import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { countStatements } from "@neothink/db/core/statements";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";

let ada: Claims;
let bob: Claims;
let postId: string;

beforeAll(async () => {
  [ada, bob] = await Promise.all([makePerson({ name: "Ada Lark" }), makePerson({ name: "Bob" })]);
});
afterAll(closePool);

async function publish(visibility: "public" | "private" = "public"): Promise<string> {
  const id = randomUUID();
  await callAs(ada).community.posts.publish({ id, content: "Well?", tokenTag: null, visibility });
  return id;
}

describe("comments", () => {
  it("stand under their post, oldest first, and are counted", async () => {
    postId = await publish();
    for (const content of ["one", "two", "three"]) {
      await callAs(bob).community.comments.create({ id: randomUUID(), postId, content });
    }
    const { items, nextCursor } = await callAs(ada).community.comments.list({ postId });
    expect(items.map((comment) => comment.content)).toEqual(["one", "two", "three"]);
    expect(items[0]).toMatchObject({ authorName: "Bob", own: false });
    expect(nextCursor).toBeNull();
    expect((await callAs(ada).community.posts.get({ id: postId })).commentCount).toBe(3);
  });

  it("are written once however often they are sent", async () => {
    const input = { id: randomUUID(), postId: await publish(), content: "once" };
    await Promise.all([1, 2, 3].map(() => callAs(bob).community.comments.create(input)));
    expect((await callAs(ada).community.comments.list(input)).items).toHaveLength(1);
    expect(await refusal(callAs(ada).community.comments.create(input))).toBe("CONFLICT id_taken");
  });

  it("refuse the stranger: on what cannot be read, and for what is not theirs", async () => {
    const hidden = await publish("private");
    const input = { id: randomUUID(), postId: hidden, content: "let me in" };
    expect(await refusal(callAs(bob).community.comments.create(input))).toBe(
      "NOT_FOUND post_not_found",
    );
    const mine = { id: randomUUID(), postId: await publish(), content: "mine" };
    await callAs(bob).community.comments.create(mine);
    expect(await refusal(callAs(ada).community.comments.delete({ id: mine.id }))).toBe(
      "FORBIDDEN not_the_author",
    );
    expect(await refusal(callAs(null).community.comments.delete({ id: mine.id }))).toBe(
      "UNAUTHORIZED sign_in_required",
    );
    await callAs(bob).community.comments.delete({ id: mine.id });
    await callAs(bob).community.comments.delete({ id: mine.id });
    expect((await callAs(ada).community.comments.list(mine)).items).toEqual([]);
    expect((await callAs(ada).community.posts.get({ id: mine.postId })).commentCount).toBe(0);
  });

  it("earn for others' posts only, and no longer than they stand", async () => {
    // Ada and Bob have reached their limit of the day by now.
    const eve = await makePerson();
    const answer = { id: randomUUID(), postId: await publish(), content: "thank you" };
    const { reward } = await callAs(eve).community.comments.create(answer);
    expect(Number(reward?.total)).toBeGreaterThan(0);
    const balances = () =>
      adminQuery<{ status: string }>("select status from user_actions where idempotency_key = $1", [
        `comment:${answer.id}`,
      ]);
    expect(await balances()).toEqual([{ status: "awarded" }]);
    await callAs(eve).community.comments.delete({ id: answer.id });
    expect(await balances()).toEqual([{ status: "reversed" }]);

    const own = { ...answer, id: randomUUID() };
    expect((await callAs(ada).community.comments.create(own)).reward).toBeNull();
  });

  it("are read in one statement", async () => {
    const { statements } = await countStatements(() =>
      callAs(ada).community.comments.list({ postId: randomUUID() }),
    );
    expect(statements).toHaveLength(1);
  });
});
