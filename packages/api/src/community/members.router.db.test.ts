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
let surname: string;

beforeEach(async () => {
  surname = `Zed${randomUUID().slice(0, 8)}`;
  [ada, bob] = await Promise.all([
    makePerson({ name: `Ada ${surname}` }),
    makePerson({ name: `Bob ${surname}` }),
  ]);
});
afterAll(closePool);

const members = (who: Claims | null) => callAs(who).community.members;

async function named(reader: Claims): Promise<string[]> {
  const { items } = await members(reader).list({ name: surname });
  return items.map((item) => item.id).sort();
}

async function inFeed(reader: Claims, postId: string): Promise<boolean> {
  const { items } = await callAs(reader).community.posts.list({ limit: 50 });
  return items.some(({ id }) => id === postId);
}

async function kinds(who: Claims): Promise<string[]> {
  const rows = await adminQuery<{ kind: string }>(
    "select kind from notifications where user_id = $1 and kind in ('follow', 'mention', 'comment') order by created_at",
    [who.sub],
  );
  return rows.map(({ kind }) => kind);
}

describe("the directory", () => {
  it("finds by parts of the name, in one statement, page by page", async () => {
    const { result, statements } = await countStatements(() =>
      members(ada).list({ name: surname.slice(0, 6), limit: 1 }),
    );
    expect(statements).toHaveLength(1);
    expect(result.items).toHaveLength(1);
    const next = await members(ada).list({ name: surname, limit: 1, cursor: result.nextCursor });
    expect([...result.items, ...next.items].map(({ id }) => id).sort()).toEqual(
      [ada.sub, bob.sub].sort(),
    );
    expect(next.nextCursor).toBeNull();
  });

  it("takes percent and underscore for what they are", async () => {
    expect((await members(ada).list({ name: "%" })).items).toEqual([]);
    expect((await members(ada).list({ name: "_" })).items).toEqual([]);
  });

  it("filters by platform and interest", async () => {
    const interest = `Kites ${surname}`;
    await adminQuery(
      "insert into user_profiles (user_id, platform, interests) values ($1, 'ascenders', array[$2])",
      [bob.sub, interest],
    );
    const cy = await makePerson({ name: `Cy ${surname}`, platforms: ["ascenders"] });
    const found = await members(ada).list({ interest: interest.toUpperCase() });
    expect(found.items.map(({ id }) => id)).toEqual([bob.sub]);
    const immortals = await members(ada).list({ name: surname, platform: "immortals" });
    expect(immortals.items.map(({ id }) => id)).not.toContain(cy.sub);
  });

  it("leaves out who does not want to be listed, but not from themselves", async () => {
    await members(bob).updatePrivacy({ showInDirectory: false });
    expect(await named(ada)).toEqual([ada.sub]);
    expect(await named(bob)).toEqual([ada.sub, bob.sub].sort());
  });

  it("shows nobody to those who share no platform", async () => {
    const stranger = await makePerson({ platforms: [] });
    expect(await named(stranger)).toEqual([]);
    expect(await refusal(members(stranger).get({ id: ada.sub }))).toBe(
      "NOT_FOUND member_not_found",
    );
  });
});

describe("a profile", () => {
  it("is read in two statements and counts what was written", async () => {
    await published(bob);
    const { result, statements } = await countStatements(() => members(ada).get({ id: bob.sub }));
    expect(statements).toHaveLength(2);
    expect(result).toMatchObject({
      name: `Bob ${surname}`,
      own: false,
      posts: 1,
      following: false,
    });
    const { items } = await members(ada).contributions({ memberId: bob.sub });
    expect(items.map(({ kind }) => kind)).toEqual(["post"]);
  });

  it("keeps badges and activity back when its member wants that", async () => {
    const [badge] = await adminQuery<{ id: string }>(
      "insert into badges (name) values ($1) returning id",
      [`Badge ${surname}`],
    );
    await adminQuery("insert into user_badges (user_id, badge_id) values ($1, $2)", [
      bob.sub,
      badge?.id,
    ]);
    expect((await members(ada).get({ id: bob.sub })).merits).toHaveLength(1);
    await members(bob).updatePrivacy({ showAchievements: false, showActivity: false });
    const hidden = await members(ada).get({ id: bob.sub });
    expect(hidden).toMatchObject({ merits: [], posts: null, topics: null });
    expect((await members(bob).get({ id: bob.sub })).merits).toHaveLength(1);
    await published(bob);
    expect((await members(ada).contributions({ memberId: bob.sub })).items).toEqual([]);
  });

  it("changes nobody else's privacy", async () => {
    await members(ada).updatePrivacy({ allowMentions: false });
    expect((await members(bob).privacy()).allowMentions).toBe(true);
    expect((await members(ada).privacy()).allowMentions).toBe(false);
  });
});

describe("following", () => {
  it("tells once, however often it is sent, and can be ended", async () => {
    await members(ada).follow({ id: bob.sub, following: true });
    await members(ada).follow({ id: bob.sub, following: true });
    expect(await kinds(bob)).toEqual(["follow"]);
    expect((await members(bob).follows({ side: "followers" })).items).toHaveLength(1);
    expect((await members(ada).get({ id: bob.sub })).followers).toBe(1);
    await members(ada).follow({ id: bob.sub, following: false });
    expect((await members(ada).follows({ side: "following" })).items).toEqual([]);
  });

  it("is refused with oneself, with strangers and across a block", async () => {
    expect(await refusal(members(ada).follow({ id: ada.sub, following: true }))).toBe(
      "BAD_REQUEST yourself",
    );
    const stranger = await makePerson({ platforms: [] });
    expect(await refusal(members(stranger).follow({ id: ada.sub, following: true }))).toBe(
      "NOT_FOUND member_not_found",
    );
    await members(bob).block({ id: ada.sub, kind: "block" });
    expect(await refusal(members(ada).follow({ id: bob.sub, following: true }))).toBe(
      "NOT_FOUND member_not_found",
    );
    expect(await refusal(members(bob).follow({ id: ada.sub, following: true }))).toBe(
      "FORBIDDEN blocked",
    );
  });
});

describe("a block", () => {
  it("hides both from each other: feed, directory, profile, names to mention", async () => {
    const [fromAda, fromBob] = await Promise.all([published(ada), published(bob)]);
    await members(ada).follow({ id: bob.sub, following: true });
    await members(ada).block({ id: bob.sub, kind: "block" });
    expect(await inFeed(ada, fromBob)).toBe(false);
    expect(await inFeed(bob, fromAda)).toBe(false);
    expect(await named(ada)).toEqual([ada.sub]);
    expect(await named(bob)).toEqual([bob.sub]);
    expect((await members(ada).get({ id: bob.sub })).blocked).toBe("block");
    expect(await refusal(members(bob).get({ id: ada.sub }))).toBe("NOT_FOUND member_not_found");
    expect((await members(ada).follows({ side: "following" })).items).toEqual([]);
    for (const [reader, other] of [
      [ada, bob],
      [bob, ada],
    ] as const) {
      const names = await callAs(reader).community.mentions.list({
        name: surname,
        audience: "public",
      });
      expect(names.map(({ id }) => id)).not.toContain(other.sub);
    }
    await members(ada).block({ id: bob.sub, kind: null });
    expect(await inFeed(ada, fromBob)).toBe(true);
  });

  it("keeps mentions and news of either from the other", async () => {
    const own = await published(ada);
    await members(ada).block({ id: bob.sub, kind: "block" });
    expect(
      await refusal(
        callAs(bob).community.comments.create({ id: randomUUID(), postId: own, content: "Hm." }),
      ),
    ).toBe("NOT_FOUND post_not_found");
    await published(bob, { content: `[@Ada](member:${ada.sub}) look` });
    expect(await kinds(ada)).toEqual([]);
  });
});

describe("a mute", () => {
  it("hides the other from the one who mutes alone", async () => {
    const [fromAda, fromBob] = await Promise.all([published(ada), published(bob)]);
    await members(ada).block({ id: bob.sub, kind: "mute" });
    expect(await inFeed(ada, fromBob)).toBe(false);
    expect(await inFeed(bob, fromAda)).toBe(true);
    expect(await named(ada)).toEqual([ada.sub]);
    expect(await named(bob)).toEqual([ada.sub, bob.sub].sort());
    await callAs(bob).community.comments.create({
      id: randomUUID(),
      postId: fromAda,
      content: `[@Ada](member:${ada.sub}) look`,
    });
    expect(await kinds(ada)).toEqual([]);
    const { items } = await callAs(ada).community.comments.list({ postId: fromAda });
    expect(items).toEqual([]);
    expect((await members(ada).blocks()).map(({ kind }) => kind)).toEqual(["mute"]);
  });

  it("gives way to a block and back", async () => {
    await members(ada).block({ id: bob.sub, kind: "mute" });
    await members(ada).block({ id: bob.sub, kind: "block" });
    await members(ada).block({ id: bob.sub, kind: "block" });
    expect((await members(ada).blocks()).map(({ kind }) => kind)).toEqual(["block"]);
    expect(await refusal(members(ada).block({ id: ada.sub, kind: "mute" }))).toBe(
      "BAD_REQUEST yourself",
    );
  });
});

describe("who does not want to be named", () => {
  it("is neither offered nor told", async () => {
    await members(bob).updatePrivacy({ allowMentions: false });
    const offered = await callAs(ada).community.mentions.list({
      name: surname,
      audience: "public",
    });
    expect(offered).toEqual([]);
    await published(ada, { content: `[@Bob](member:${bob.sub}) all the same` });
    expect(await kinds(bob)).toEqual([]);
  });
});
