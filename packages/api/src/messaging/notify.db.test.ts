import { randomUUID } from "node:crypto";
import type { Claims } from "@neothink/db/core/identity";
import { asMember, inTransaction } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, describe, expect, it } from "vitest";
import { kindNames, kindOf } from "./notification-kinds.ts";
import { type News, notify, withdrawNews } from "./notify.ts";

afterAll(closePool);

async function postBy(author: Claims, visibility = "public"): Promise<string> {
  const id = randomUUID();
  await adminQuery(
    "insert into posts (id, author_id, content, platform, visibility) values ($1, $2, 'Words', 'ascenders', $3)",
    [id, author.sub, visibility],
  );
  return id;
}

function news(actor: Claims, recipients: readonly Claims[], more: Partial<News> = {}): News {
  return {
    recipients: recipients.map(({ sub }) => sub),
    kind: "comment",
    platform: "ascenders",
    actorId: actor.sub,
    words: { excerpt: "Well said." },
    href: "/community",
    idempotencyKey: `comment:${randomUUID()}`,
    ...more,
  };
}

function send(actor: Claims, what: News): Promise<string[]> {
  return asMember(actor, (db) => notify(db, what));
}

interface Told {
  kind: string;
  title: string;
  body: string;
  in_app: boolean;
  email: boolean;
}

function toldTo(person: Claims): Promise<Told[]> {
  return adminQuery<Told & Record<string, unknown>>(
    "select kind, title, body, in_app, email from notifications where user_id = $1",
    [person.sub],
  );
}

async function choose(person: Claims, choice: Record<string, unknown>): Promise<void> {
  await adminQuery(
    `insert into notification_preferences (user_id, platform, preferences) values ($1, 'ascenders', $2)
     on conflict (user_id, platform) do update set preferences = excluded.preferences`,
    [person.sub, JSON.stringify(choice)],
  );
}

describe("a notification", () => {
  it("says who did what, and goes to the outbox of who is told", async () => {
    const [actor, reader] = [await makePerson({ name: "Ada Writer" }), await makePerson()];
    expect(await send(actor, news(actor, [reader]))).toEqual([reader.sub]);
    expect(await toldTo(reader)).toEqual([
      {
        kind: "comment",
        title: "Ada Writer commented on your post",
        body: "Well said.",
        in_app: true,
        email: true,
      },
    ]);
    const outbox = await adminQuery("select payload from outbox where topic = $1", [
      `member:${reader.sub}`,
    ]);
    expect(outbox).toHaveLength(1);
  });

  it("is never sent to the actor", async () => {
    const actor = await makePerson();
    expect(await send(actor, news(actor, [actor]))).toEqual([]);
    expect(await toldTo(actor)).toEqual([]);
  });

  it("is told once under its key, however often and however parallel", async () => {
    const actor = await makePerson();
    const readers = await Promise.all([makePerson(), makePerson(), makePerson()]);
    const what = news(actor, readers);
    const reversed = { ...what, recipients: what.recipients.toReversed() };
    const told = await Promise.all(
      Array.from({ length: 20 }, (_, index) => send(actor, index % 2 ? what : reversed)),
    );
    expect(told.flat()).toHaveLength(3);
    for (const reader of readers) {
      expect(await toldTo(reader)).toHaveLength(1);
      const outbox = await adminQuery("select from outbox where topic = $1", [
        `member:${reader.sub}`,
      ]);
      expect(outbox).toHaveLength(1);
    }
  });

  it("does not pass a block in either direction, nor a mute of the actor", async () => {
    const [actor, blocker, blocked, muter, muted] = await Promise.all(
      Array.from({ length: 5 }, () => makePerson()),
    );
    if (!actor || !blocker || !blocked || !muter || !muted) {
      throw new Error("five people");
    }
    const pairs = [
      [blocker, actor, "block"],
      [actor, blocked, "block"],
      [muter, actor, "mute"],
      [actor, muted, "mute"],
    ] as const;
    for (const [one, other, kind] of pairs) {
      await adminQuery(
        "insert into member_blocks (user_id, blocked_user_id, kind) values ($1, $2, $3)",
        [one.sub, other.sub, kind],
      );
    }
    const told = await send(actor, news(actor, [blocker, blocked, muter, muted]));
    expect(told).toEqual([muted.sub]);
  });

  it("never tells of what the member may not read", async () => {
    const author = await makePerson({ tier: "premium" });
    const [plain, premium] = [await makePerson(), await makePerson({ tier: "premium" })];
    const entityId = await postBy(author, "premium");
    const about = { kind: "mention", entityType: "post", entityId } as const;
    expect(await send(author, news(author, [plain, premium], about))).toEqual([premium.sub]);
    const secret = { ...about, entityId: await postBy(author, "private") };
    expect(await send(author, news(author, [plain, premium], secret))).toEqual([]);
    const nothing = { ...about, entityId: randomUUID() };
    expect(await send(author, news(author, [plain, premium], nothing))).toEqual([]);
  });

  it("leaves the sender's own identity as it was", async () => {
    const [actor, reader] = [await makePerson(), await makePerson()];
    const entityId = await postBy(actor);
    const who = await asMember(actor, (db) =>
      inTransaction(db, async (transaction) => {
        await notify(transaction, news(actor, [reader], { entityType: "post", entityId }));
        return transaction
          .selectFrom("notifications")
          .select(({ fn }) => fn.countAll<string>().as("seen"))
          .executeTakeFirstOrThrow();
      }),
    );
    // As the member again, the row just written for somebody else is out of sight.
    expect(Number(who.seen)).toBe(0);
    expect(await toldTo(reader)).toHaveLength(1);
  });

  it("honours what the member chose for the kind, except where it concerns their rights", async () => {
    const actor = await makePerson();
    const [silent, mailOnly] = [await makePerson(), await makePerson()];
    await choose(silent, {
      comment: { in_app: false, email: false },
      content_removed: { in_app: false },
    });
    await choose(mailOnly, { comment: { in_app: false } });
    expect(await send(actor, news(actor, [silent, mailOnly]))).toEqual([mailOnly.sub]);
    expect(await toldTo(mailOnly)).toMatchObject([{ in_app: false, email: true }]);
    await send(actor, news(actor, [silent], { kind: "content_removed" }));
    expect(await toldTo(silent)).toMatchObject([{ kind: "content_removed", in_app: true }]);
  });

  it("falls with the transaction that it was told in", async () => {
    const [actor, reader] = [await makePerson(), await makePerson()];
    const failed = asMember(actor, (db) =>
      inTransaction(db, async (transaction) => {
        await notify(transaction, news(actor, [reader]));
        throw new Error("changed my mind");
      }),
    );
    await expect(failed).rejects.toThrow("changed my mind");
    expect(await toldTo(reader)).toEqual([]);
  });

  it("can be withdrawn until it is read", async () => {
    const [actor, early, late] = [await makePerson(), await makePerson(), await makePerson()];
    const what = news(actor, [early, late], { kind: "like" });
    await send(actor, what);
    await adminQuery("update notifications set is_read = true where user_id = $1", [early.sub]);
    await asMember(actor, (db) => withdrawNews(db, what.idempotencyKey));
    expect(await toldTo(early)).toHaveLength(1);
    expect(await toldTo(late)).toHaveLength(0);
  });

  it("has words for every kind on every platform", async () => {
    const known = await adminQuery<{ name: string }>(
      "select platform || ' ' || template_key as name from notification_templates",
    );
    const names = new Set(known.map(({ name }) => name));
    for (const kind of kindNames) {
      for (const platform of ["hub", "ascenders", "neothinkers", "immortals"]) {
        expect(names).toContain(`${platform} ${kindOf(kind).template}`);
      }
    }
  });
});

describe("members alone", () => {
  it("can neither write notifications nor ask what others may read", async () => {
    const person = await makePerson();
    await expect(
      asMember(person, (db) =>
        db
          .insertInto("notifications")
          .values({ user_id: person.sub, platform: "hub", title: "x", body: "y" })
          .execute(),
      ),
    ).rejects.toMatchObject({ code: "42501" });
  });
});
