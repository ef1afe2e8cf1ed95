import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, describe, expect, it } from "vitest";
import { callAs } from "../core/test-caller.ts";
import { draft, published } from "./test-posts.ts";

afterAll(closePool);

describe("rewards", () => {
  async function balance(person: Claims, token = "LIVE"): Promise<number> {
    const [row] = await adminQuery<{ balance: string }>(
      "select balance from token_balances where account_id = $1 and token_type = $2",
      [person.sub, token],
    );
    return Number(row?.balance ?? 0);
  }

  it("come with the post, in its token, once, with their reason", async () => {
    const writer = await makePerson();
    const input = draft({ tokenTag: "LIVE" });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => callAs(writer).community.posts.publish(input)),
    );
    const [first] = answers;
    expect(first?.reward?.token).toBe("LIVE");
    expect(Number(first?.reward?.total)).toBeGreaterThan(0);
    expect(first?.reward?.steps.length).toBeGreaterThan(0);
    expect(new Set(answers.map((answer) => answer.reward?.total)).size).toBe(1);
    expect(answers.filter((answer) => answer.reward?.fresh)).toHaveLength(1);
    expect(await balance(writer)).toBe(Number(first?.reward?.total));
  });

  it("go with the post and come back with it", async () => {
    const writer = await makePerson();
    const id = await published(writer);
    const earned = await balance(writer);
    expect(earned).toBeGreaterThan(0);
    for (const _ of [1, 2, 3]) {
      await callAs(writer).community.posts.delete({ id });
      expect(await balance(writer)).toBe(0);
      await callAs(writer).community.posts.restore({ id });
      expect(await balance(writer)).toBe(earned);
    }
  });

  it("pay nothing for notes to oneself, until they are opened, and no longer once they are closed", async () => {
    const writer = await makePerson();
    const id = await published(writer, { visibility: "private" });
    expect(await balance(writer)).toBe(0);
    const show = (visibility: "public" | "private") =>
      callAs(writer).community.posts.update({ id, data: { content: "x", visibility } });
    await show("public");
    const earned = await balance(writer);
    expect(earned).toBeGreaterThan(0);
    await show("private");
    expect(await balance(writer)).toBe(0);
    await show("public");
    expect(await balance(writer)).toBe(earned);
  });

  it("are LUCK without a tag", async () => {
    const writer = await makePerson();
    await published(writer, { tokenTag: null });
    expect(await balance(writer, "LUCK")).toBeGreaterThan(0);
    expect(await balance(writer, "LIVE")).toBe(0);
  });
});
