import { randomUUID } from "node:crypto";
import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { countStatements } from "@neothink/db/core/statements";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import { published } from "./test-posts.ts";

let ada: Claims;
let bob: Claims;

beforeEach(async () => {
  [ada, bob] = await Promise.all([makePerson({ name: "Ada" }), makePerson({ name: "Bob" })]);
});
afterAll(closePool);

const activity = (who: Claims | null) => callAs(who).community.activity;

async function seen(reader: Claims, of: Claims): Promise<string[]> {
  const { items } = await activity(reader).list({ memberId: of.sub, limit: 50 });
  return items.flatMap(({ kind, contentId }) => (kind === "post" ? [contentId ?? ""] : []));
}

async function traceOf(contentId: string): Promise<string> {
  const [row] = await adminQuery<{ id: string }>(
    "select id from activity_feed where content_id = $1",
    [contentId],
  );
  return row?.id ?? "";
}

describe("the trace of what members did", () => {
  it("is written with the deed, and read in one statement", async () => {
    const id = await published(ada);
    const { result, statements } = await countStatements(() =>
      activity(bob).list({ memberId: ada.sub }),
    );
    expect(statements).toHaveLength(1);
    expect(result.items.find(({ kind }) => kind === "post")).toMatchObject({
      kind: "post",
      contentId: id,
      text: "A first step.",
    });
    expect(result.items.some(({ kind }) => kind === "joined")).toBe(true);
  });

  it("goes and comes with what it is about, and never shows what may not be read", async () => {
    const hidden = await published(ada, { visibility: "private" });
    const id = await published(ada);
    await callAs(ada).community.posts.delete({ id });
    expect(await seen(bob, ada)).toEqual([]);
    await callAs(ada).community.posts.restore({ id });
    expect(await seen(bob, ada)).toEqual([id]);
    expect(await seen(bob, ada)).not.toContain(hidden);
  });

  it("is not shown of quiet members, across a block, or when its member hides it", async () => {
    const id = await published(ada);
    const trace = await traceOf(id);
    expect(await refusal(activity(bob).show({ id: trace, shown: false }))).toBe(
      "NOT_FOUND activity_not_found",
    );
    await activity(ada).show({ id: trace, shown: false });
    expect(await seen(bob, ada)).toEqual([]);
    await activity(ada).show({ id: trace, shown: true });
    expect(await seen(bob, ada)).toEqual([id]);
    await callAs(bob).community.members.block({ id: ada.sub, kind: "mute" });
    expect(await seen(bob, ada)).toEqual([]);
    await callAs(bob).community.members.block({ id: ada.sub, kind: null });
    await callAs(ada).community.members.updatePrivacy({ showActivity: false });
    expect(await seen(bob, ada)).toEqual([]);
    expect(await seen(ada, ada)).toEqual([id]);
  });

  it("is narrowed to whom the reader follows", async () => {
    const id = await published(ada);
    const following = async () =>
      (await activity(bob).list({ mode: "following", limit: 50 })).items.map(
        ({ contentId }) => contentId,
      );
    expect(await following()).not.toContain(id);
    await callAs(bob).community.members.follow({ id: ada.sub, following: true });
    expect(await following()).toContain(id);
  });
});

describe("answers to what members did", () => {
  it("count once for each member and kind, and can be taken back", async () => {
    const id = await traceOf(await published(ada));
    const react = (given: boolean) => activity(bob).react({ id, kind: "celebrate", given });
    await Promise.all([react(true), react(true), react(true)]);
    const counted = async () => {
      const { items } = await activity(ada).list({ memberId: ada.sub });
      return items.find((item) => item.id === id)?.reactions;
    };
    expect(await counted()).toEqual({ celebrate: 1 });
    await react(false);
    expect(await counted()).toEqual({});
  });

  it("hold comments, removed by their writers alone", async () => {
    const id = await traceOf(await published(ada));
    await activity(bob).comment({ id, text: "Well done." });
    await activity(bob).comment({ id, text: "Well done." });
    const comments = await activity(ada).comments({ id });
    expect(comments).toMatchObject([{ text: "Well done.", authorName: "Bob", own: false }]);
    const commentId = comments[0]?.id ?? "";
    await activity(ada).removeComment({ id: commentId });
    expect(await activity(ada).comments({ id })).toHaveLength(1);
    await activity(bob).removeComment({ id: commentId });
    expect(await activity(ada).comments({ id })).toEqual([]);
  });

  it("are refused where the activity may not be seen", async () => {
    const stranger = await makePerson({ platforms: [] });
    const id = await traceOf(await published(ada));
    await callAs(ada).community.members.updatePrivacy({ showActivity: false });
    for (const who of [bob, stranger]) {
      expect(await refusal(activity(who).comment({ id, text: "Hm." }))).toBe(
        "NOT_FOUND activity_not_found",
      );
      expect(await refusal(activity(who).react({ id, kind: "like", given: true }))).toBe(
        "NOT_FOUND activity_not_found",
      );
      expect(await activity(who).comments({ id })).toEqual([]);
    }
    expect(await refusal(activity(null).list({}))).toBe("UNAUTHORIZED sign_in_required");
    expect(
      await refusal(activity(bob).react({ id: randomUUID(), kind: "like", given: true })),
    ).toBe("NOT_FOUND activity_not_found");
  });
});
