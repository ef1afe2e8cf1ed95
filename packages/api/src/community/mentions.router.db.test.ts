import { randomUUID } from "node:crypto";
import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import { mentionedIds } from "./mentions.schema.ts";
import { draft, published } from "./test-posts.ts";

let ada: Claims;
let bob: Claims;
let cy: Claims;

beforeAll(async () => {
  [ada, bob, cy] = await Promise.all([
    makePerson({ name: "Ada Lark", tier: "premium" }),
    makePerson({ name: "Bob Mentioned" }),
    makePerson({ name: "Cy Mentioned", tier: "premium" }),
  ]);
});
afterAll(closePool);

const name = (who: Claims) => `[@Somebody](member:${who.sub})`;

async function told(who: Claims, id: string): Promise<string[]> {
  const rows = await adminQuery<{ kind: string }>(
    "select kind from notifications where user_id = $1 and content_id = $2",
    [who.sub, id],
  );
  return rows.map(({ kind }) => kind);
}

describe("naming members", () => {
  it("tells each once, and an edit only those who are new", async () => {
    const id = await published(ada, { content: `${name(bob)} and again ${name(bob)}` });
    expect(await told(bob, id)).toEqual(["mention"]);
    const edit = (content: string) =>
      callAs(ada).community.posts.update({ id, data: { content, visibility: "public" } });
    await edit(`${name(bob)}, ${name(cy)}!`);
    await edit(`${name(bob)}, ${name(cy)}!!`);
    expect(await told(bob, id)).toEqual(["mention"]);
    expect(await told(cy, id)).toEqual(["mention"]);
  });

  it("never tells who cannot read it, until they can", async () => {
    const id = await published(ada, {
      content: `${name(bob)} ${name(cy)}`,
      visibility: "premium",
    });
    expect(await told(bob, id)).toEqual([]);
    expect(await told(cy, id)).toEqual(["mention"]);
    await callAs(ada).community.posts.update({
      id,
      data: { content: `${name(bob)} ${name(cy)}`, visibility: "public" },
    });
    expect(await told(bob, id)).toEqual(["mention"]);
    const own = await published(ada, { content: name(bob), visibility: "private" });
    expect(await told(bob, own)).toEqual([]);
  });

  it("tells a member of a comment once, for the nearest reason", async () => {
    const postId = await published(ada);
    const first = randomUUID();
    await callAs(bob).community.comments.create({ id: first, postId, content: "Hm." });
    expect(await told(ada, first)).toEqual(["comment"]);
    const second = randomUUID();
    const content = `Right, ${name(ada)}`;
    await callAs(cy).community.comments.create({ id: second, postId, parentId: first, content });
    expect(await told(ada, second)).toEqual(["mention"]);
    expect(await told(bob, second)).toEqual(["reply"]);
    await callAs(cy).community.comments.update({
      id: second,
      data: { content: `${content} ${name(bob)}` },
    });
    expect((await told(bob, second)).sort()).toEqual(["mention", "reply"]);
  });

  it("tells nobody behind a block, and not the writer", async () => {
    const blocker = await makePerson();
    await adminQuery("insert into member_blocks (user_id, blocked_user_id) values ($1, $2)", [
      blocker.sub,
      ada.sub,
    ]);
    const id = await published(ada, { content: `${name(blocker)} ${name(ada)}` });
    expect(await told(blocker, id)).toEqual([]);
    expect(await told(ada, id)).toEqual([]);
  });

  it("offers those who may read it, by the beginning of their name", async () => {
    const offer = async (audience: "public" | "premium" | "private") =>
      (await callAs(ada).community.mentions.list({ name: "mentio", audience })).map(({ id }) => id);
    expect(await offer("public")).toEqual(expect.arrayContaining([bob.sub, cy.sub]));
    expect(await offer("premium")).toContain(cy.sub);
    expect(await offer("premium")).not.toContain(bob.sub);
    expect(await offer("private")).toEqual([]);
    expect(
      await refusal(callAs(null).community.mentions.list({ name: "b", audience: "public" })),
    ).toBe("UNAUTHORIZED sign_in_required");
  });

  it("reads at most twenty names from a text, each once", () => {
    const ids = Array.from({ length: 30 }, () => randomUUID());
    const text = [...ids, ...ids].map((id) => `[@x](member:${id})`).join(" ");
    expect(mentionedIds(text)).toEqual(ids.slice(0, 20));
    expect(mentionedIds("[@x](member:nobody) @x [x](https://a.example)")).toEqual([]);
  });

  it("does no harm for names of nobody", async () => {
    const input = draft({ content: `[@Ghost](member:${randomUUID()})` });
    expect((await callAs(ada).community.posts.publish(input)).post.id).toBe(input.id);
  });
});
