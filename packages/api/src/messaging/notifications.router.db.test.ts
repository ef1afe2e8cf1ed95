import { randomUUID } from "node:crypto";
import type { Claims } from "@neothink/db/core/identity";
import { asMember } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { countStatements } from "@neothink/db/core/statements";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { TRPCError } from "@trpc/server";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { runJobs } from "../core/jobs.ts";
import { callAs, refusal } from "../core/test-caller.ts";
import { notificationRetention } from "./notification-retention.job.ts";
import { type News, notify } from "./notify.ts";

afterAll(closePool);

function centre(person: Claims) {
  return callAs(person).messaging.notifications;
}

async function tell(actor: Claims, reader: Claims, more: Partial<News> = {}): Promise<void> {
  await asMember(actor, (db) =>
    notify(db, {
      recipients: [reader.sub],
      kind: "like",
      platform: "ascenders",
      actorId: actor.sub,
      words: { excerpt: "Words" },
      href: "/community/1",
      idempotencyKey: `test:${randomUUID()}`,
      ...more,
    }),
  );
}

describe("the notification centre", () => {
  it("shows what belongs together as one line, the latest first", async () => {
    const reader = await makePerson();
    const [ada, bo] = [await makePerson({ name: "Ada" }), await makePerson({ name: "Bo" })];
    await tell(ada, reader, { groupKey: "like:1" });
    await tell(ada, reader, { kind: "comment" });
    await tell(bo, reader, { groupKey: "like:1" });
    const { items } = await centre(reader).list({});
    expect(items).toMatchObject([
      { kind: "like", actorName: "Bo", count: 2, actors: 2, unread: true, href: "/community/1" },
      { kind: "comment", actorName: "Ada", count: 1, actors: 1, unread: true },
    ]);
    expect(await centre(reader).unread()).toBe(2);
  });

  it("pages without loss or double while news arrive", async () => {
    const [actor, reader] = [await makePerson(), await makePerson()];
    for (let n = 0; n < 7; n += 1) {
      await tell(actor, reader, { groupKey: `like:${n % 5}` });
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = await centre(
        reader,
      ).list({ cursor, limit: 2 });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      await tell(actor, reader, { kind: "comment" });
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  it("marks a line with all that it stands for as read, and takes that back", async () => {
    const reader = await makePerson();
    const [ada, bo] = [await makePerson(), await makePerson()];
    await tell(ada, reader, { groupKey: "like:1" });
    await tell(bo, reader, { groupKey: "like:1" });
    await tell(bo, reader, { kind: "comment" });
    const { items } = await centre(reader).list({ filter: "community" });
    const line = items.find(({ kind }) => kind === "like");
    const { readAt } = await centre(reader).read({ id: line?.id ?? "" });
    expect(await centre(reader).unread()).toBe(1);
    // Twice sent, nothing is left to mark, and nothing to undo.
    expect(await centre(reader).read({ id: line?.id ?? "" })).toEqual({ readAt: null });
    await centre(reader).undoRead({ readAt: readAt ?? "" });
    expect(await centre(reader).unread()).toBe(2);
  });

  it("marks everything as read, and only that is taken back", async () => {
    const [actor, reader] = [await makePerson(), await makePerson()];
    await tell(actor, reader, { kind: "comment" });
    const before = await centre(reader).readAll();
    await tell(actor, reader, { kind: "comment" });
    await tell(actor, reader, { kind: "mention" });
    const { readAt } = await centre(reader).readAll();
    expect(await centre(reader).unread()).toBe(0);
    await centre(reader).undoRead({ readAt: readAt ?? "" });
    expect(await centre(reader).unread()).toBe(2);
    await centre(reader).undoRead({ readAt: before.readAt ?? "" });
    expect(await centre(reader).unread()).toBe(3);
  });

  it("finds what is unread, also a line whose latest part was read", async () => {
    const reader = await makePerson();
    const [ada, bo] = [await makePerson(), await makePerson()];
    await tell(ada, reader, { groupKey: "like:1" });
    await tell(bo, reader, { groupKey: "like:1" });
    await tell(bo, reader, { kind: "comment" });
    await adminQuery(
      "update notifications set is_read = true where user_id = $1 and actor_id = $2",
      [reader.sub, bo.sub],
    );
    const { items } = await centre(reader).list({ filter: "unread" });
    expect(items).toMatchObject([{ kind: "like", unread: true, count: 2 }]);
    await centre(reader).readAll();
    expect((await centre(reader).list({ filter: "unread" })).items).toEqual([]);
  });

  it("forgets by night what was read long ago, and nothing else", async () => {
    const [actor, reader] = [await makePerson(), await makePerson()];
    await tell(actor, reader, { words: { excerpt: "old and read" } });
    await tell(actor, reader, { words: { excerpt: "old" } });
    await tell(actor, reader, { words: { excerpt: "read" } });
    await adminQuery(
      `update notifications set created_at = case when body like 'old%' then now() - interval '181 days'
         else created_at end, is_read = body like '%read' where user_id = $1`,
      [reader.sub],
    );
    await runJobs(notificationRetention.name);
    const { items } = await centre(reader).list({});
    expect(items.map(({ body }) => body)).toEqual(["read", "old"]);
  });

  it("silences a kind from its line, and lets it be heard again", async () => {
    const [actor, reader] = [await makePerson(), await makePerson()];
    await tell(actor, reader);
    const [line] = (await centre(reader).list({})).items;
    expect(line).toMatchObject({ canMute: true, kindLabel: "Likes" });
    await centre(reader).mute({ id: line?.id ?? "", muted: true });
    await tell(actor, reader);
    expect((await centre(reader).list({})).items).toHaveLength(1);
    await centre(reader).mute({ id: line?.id ?? "", muted: false });
    await tell(actor, reader);
    expect((await centre(reader).list({})).items).toHaveLength(2);
  });

  it("does not silence what concerns the member's rights", async () => {
    const [actor, reader] = [await makePerson(), await makePerson()];
    await tell(actor, reader, { kind: "content_removed" });
    const [line] = (await centre(reader).list({ filter: "account" })).items;
    const muting = centre(reader).mute({ id: line?.id ?? "", muted: true });
    expect(await refusal(muting)).toBe("BAD_REQUEST kind_required");
  });

  it("leads to the right app", async () => {
    const [actor, reader] = [await makePerson(), await makePerson()];
    await tell(actor, reader, { platform: "immortals", href: "/community/7" });
    const [line] = (await centre(reader).list({})).items;
    expect(line?.from).toBe("Immortals");
    expect(line?.href).toMatch(/^https?:\/\/.+\/community\/7$/);
  });

  it("refuses the stranger", async () => {
    const [actor, reader, stranger] = [await makePerson(), await makePerson(), await makePerson()];
    await tell(actor, reader);
    const [line] = (await centre(reader).list({})).items;
    const id = line?.id ?? "";
    expect(await centre(stranger).read({ id })).toEqual({ readAt: null });
    expect(await refusal(centre(stranger).keepUnread({ id }))).toBe(
      "NOT_FOUND notification_not_found",
    );
    expect(await refusal(centre(stranger).mute({ id, muted: true }))).toBe(
      "NOT_FOUND notification_not_found",
    );
    expect((await centre(stranger).list({})).items).toEqual([]);
    expect(await centre(reader).unread()).toBe(1);
    expect(await refusal(callAs(null).messaging.notifications.list({}))).toBe(
      "UNAUTHORIZED sign_in_required",
    );
  });

  it("is read in one statement", async () => {
    const reader = await makePerson();
    const list = await countStatements(() => centre(reader).list({}));
    const unread = await countStatements(() => centre(reader).unread());
    // The first of each asks whether the session owes its second factor.
    expect(list.statements.filter((text) => text.includes("notifications"))).toHaveLength(1);
    expect(unread.statements.filter((text) => text.includes("notifications"))).toHaveLength(1);
  });
});

describe("preferences", () => {
  function preferences(person: Claims) {
    return callAs(person).messaging.preferences;
  }

  it("are the defaults until chosen, and keep what was chosen at the same moment elsewhere", async () => {
    const person = await makePerson();
    const fresh = await preferences(person).get();
    const kinds = fresh.groups.flatMap((group) => group.kinds);
    expect(kinds.find(({ kind }) => kind === "comment")).toMatchObject({
      inApp: true,
      email: true,
    });
    await Promise.all([
      preferences(person).update({ kinds: { comment: { email: false } } }),
      preferences(person).update({ kinds: { comment: { in_app: false } } }),
      preferences(person).update({ kinds: { like: { email: true } } }),
      preferences(person).update({ digest: "daily" }),
      preferences(person).update({ quiet: { from: "22:00", until: "07:00" } }),
    ]);
    const after = await preferences(person).get();
    expect(after).toMatchObject({ digest: "daily", quietFrom: "22:00", quietUntil: "07:00" });
    const chosen = after.groups.flatMap((group) => group.kinds);
    expect(chosen.find(({ kind }) => kind === "comment")).toMatchObject({
      inApp: false,
      email: false,
    });
    expect(chosen.find(({ kind }) => kind === "like")).toMatchObject({ inApp: true, email: true });
    await preferences(person).update({ quiet: null });
    expect(await preferences(person).get()).toMatchObject({ quietFrom: null, digest: "daily" });
  });

  it("are each platform's own", async () => {
    const person = await makePerson();
    await preferences(person).update({ digest: "none" });
    expect(await callAs(person, "hub").messaging.preferences.get()).toMatchObject({
      digest: "weekly",
    });
  });

  it("refuse kinds that do not exist, and silence about rights", async () => {
    const person = await makePerson();
    const unknown = preferences(person).update({ kinds: { nonsense: { email: true } } });
    expect(await refusal(unknown)).toBe("BAD_REQUEST unknown_kind");
    const rights = preferences(person).update({ kinds: { new_sign_in: { in_app: false } } });
    expect(await refusal(rights)).toBe("BAD_REQUEST kind_required");
    const empty = preferences(person).update({ quiet: { from: "07:00", until: "07:00" } });
    expect(await refusal(empty)).toBe("BAD_REQUEST quiet_hours_empty");
  });
});

describe("any input", () => {
  it("gives an answer or a refusal, never a fault", async () => {
    const person = await makePerson();
    const api = callAs(person).messaging;
    const calls: readonly ((input: never) => Promise<unknown>)[] = [
      api.notifications.list,
      api.notifications.read,
      api.notifications.undoRead,
      api.notifications.keepUnread,
      api.notifications.mute,
      api.preferences.update,
    ];
    const moment = fc.oneof(
      fc.string(),
      fc.constantFrom("2026-99-22 10:00:00+00", "0000-01-01 00:00:00+00", "2026-02-30 10:00:00+00"),
    );
    const input = fc.record(
      {
        id: fc.oneof(fc.uuid(), fc.string(), fc.integer()),
        readAt: moment,
        muted: fc.boolean(),
        filter: fc.oneof(fc.string(), fc.constantFrom("all", "unread", "tokens")),
        cursor: fc.oneof(fc.string(), fc.base64String(), fc.constant(null)),
        limit: fc.oneof(fc.integer(), fc.double()),
        digest: fc.oneof(fc.string(), fc.constant("daily")),
        quiet: fc.oneof(
          fc.constant(null),
          fc.record({ from: fc.string(), until: fc.constantFrom("07:00", "25:00") }),
        ),
        kinds: fc.dictionary(
          fc.constantFrom("comment", "like", "__proto__", "constructor", "new_sign_in"),
          fc.record({ in_app: fc.boolean(), email: fc.boolean() }, { requiredKeys: [] }),
        ),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...calls), input, async (call, some) => {
        try {
          await call(untyped(some));
        } catch (error) {
          const code = error instanceof TRPCError ? error.code : String(error);
          expect(["BAD_REQUEST", "NOT_FOUND"]).toContain(code);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** The types would refuse what a stranger can send all the same. */
function untyped(input: unknown): never {
  return input as never;
}
