import { afterAll, describe, expect, it } from "vitest";
import { pgFailure } from "../core/errors.ts";
import { asMember, type Claims } from "../core/identity.ts";
import { closePool } from "../core/pool.ts";
import { adminQuery, makePerson } from "../core/test-people.ts";

afterAll(closePool);

async function openRoom(owner: Claims, roomType: string): Promise<string> {
  const row = await asMember(owner, (db) =>
    db
      .insertInto("rooms")
      .values({ name: "Workshop", platform: "hub", room_type: roomType, created_by: owner.sub })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return row.id;
}

async function openChat(members: readonly Claims[]): Promise<string> {
  const [chat] = await adminQuery<{ id: string }>(
    "insert into chat_rooms (platform) values ('hub') returning id",
  );
  const id = chat?.id ?? "";
  for (const member of members) {
    await adminQuery("insert into chat_participants (room_id, user_id) values ($1, $2)", [
      id,
      member.sub,
    ]);
  }
  return id;
}

function join(claims: Claims, roomId: string): Promise<unknown> {
  return asMember(claims, (db) =>
    db.insertInto("room_participants").values({ room_id: roomId, user_id: claims.sub }).execute(),
  );
}

function say(claims: Claims, place: { room_id?: string; chat_room_id?: string }): Promise<unknown> {
  return asMember(claims, (db) =>
    db
      .insertInto("messages")
      .values({ ...place, sender_id: claims.sub, content: "hello" })
      .execute(),
  );
}

async function heard(claims: Claims, place: "room_id" | "chat_room_id", id: string) {
  const rows = await asMember(claims, (db) =>
    db.selectFrom("messages").select("room_type").where(place, "=", id).execute(),
  );
  return rows.map((row) => row.room_type);
}

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => pgFailure(error)?.code,
  );
}

describe("a room", () => {
  it("makes its opener the owner and marks messages with its own type", async () => {
    const owner = await makePerson();
    const room = await openRoom(owner, "public");
    await say(owner, { room_id: room });
    expect(await heard(await makePerson(), "room_id", room)).toEqual(["public"]);
    const [row] = await adminQuery(
      "select role from room_participants where room_id = $1 and user_id = $2",
      [room, owner.sub],
    );
    expect(row).toEqual({ role: "owner" });
  });

  it("is closed to lower tiers: neither read, nor joined, nor written in", async () => {
    const owner = await makePerson({ tier: "premium" });
    const [free, premium] = [await makePerson(), await makePerson({ tier: "premium" })];
    const room = await openRoom(owner, "premium");
    await say(owner, { room_id: room });
    expect(await heard(free, "room_id", room)).toEqual([]);
    expect(await heard(premium, "room_id", room)).toEqual(["premium"]);
    expect(await codeOf(join(free, room))).toBe("42501");
    expect(await codeOf(say(premium, { room_id: room }))).toBe("42501");
    await join(premium, room);
    expect(await codeOf(say(premium, { room_id: room }))).toBeUndefined();
    expect(await codeOf(openRoom(free, "premium"))).toBe("42501");
  });
});

describe("a private chat", () => {
  it("is heard by those who take part and by nobody else", async () => {
    const [ada, bob, eve] = [
      await makePerson(),
      await makePerson(),
      await makePerson({ guardian: true }),
    ];
    const chat = await openChat([ada, bob]);
    await say(ada, { chat_room_id: chat });
    expect(await heard(bob, "chat_room_id", chat)).toEqual([null]);
    expect(await heard(eve, "chat_room_id", chat)).toEqual([]);
    expect(await codeOf(say(eve, { chat_room_id: chat }))).toBe("42501");
  });
});

describe("a message", () => {
  it("stands in a room or in a chat, never in both or neither", async () => {
    const ada = await makePerson();
    const room = await openRoom(ada, "public");
    const chat = await openChat([ada]);
    expect(await codeOf(say(ada, { room_id: room, chat_room_id: chat }))).toBe("23514");
    expect(await codeOf(adminQuery("insert into messages (content) values ('x')"))).toBe("23514");
  });

  it("is changed by its writer alone", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const chat = await openChat([ada, bob]);
    await say(ada, { chat_room_id: chat });
    const edit = (claims: Claims) =>
      asMember(claims, (db) =>
        db
          .updateTable("messages")
          .set({ content: "other" })
          .where("chat_room_id", "=", chat)
          .executeTakeFirst(),
      );
    expect((await edit(bob)).numUpdatedRows).toBe(0n);
    expect((await edit(ada)).numUpdatedRows).toBe(1n);
  });
});
