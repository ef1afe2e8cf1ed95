import { afterAll, describe, expect, it } from "vitest";
import { pgFailure } from "../core/errors.ts";
import { asMember, type Claims, type Db } from "../core/identity.ts";
import { closePool } from "../core/pool.ts";
import { adminQuery, makePerson } from "../core/test-people.ts";

afterAll(closePool);

interface Post {
  readonly id: string;
  readonly author: Claims;
}

async function writePost(
  author: Claims,
  values: { visibility?: string; publish_at?: Date } = {},
): Promise<Post> {
  const row = await asMember(author, (db) =>
    db
      .insertInto("posts")
      .values({ author_id: author.sub, content: "first", platform: "hub", ...values })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return { id: row.id, author };
}

function change(claims: Claims, id: string, set: Parameters<typeof apply>[2]): Promise<bigint> {
  return asMember(claims, (db) => apply(db, id, set));
}

async function apply(
  db: Db,
  id: string,
  set: { content?: string; is_pinned?: boolean; deleted_at?: Date | null; publish_at?: Date },
): Promise<bigint> {
  const { numUpdatedRows } = await db
    .updateTable("posts")
    .set(set)
    .where("id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows;
}

async function sees(claims: Claims, id: string): Promise<boolean> {
  const rows = await asMember(claims, (db) =>
    db.selectFrom("posts").select("id").where("id", "=", id).execute(),
  );
  return rows.length === 1;
}

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => pgFailure(error)?.code,
  );
}

function moderator(): Promise<Claims> {
  return makePerson({ guardian: true });
}

describe("the counters of a post", () => {
  it("are right after many likes, reactions and comments at once", async () => {
    const { id } = await writePost(await makePerson());
    const people = await Promise.all(Array.from({ length: 8 }, () => makePerson()));
    await Promise.all(
      people.flatMap((person) =>
        [
          (db: Db) => db.insertInto("post_likes").values({ post_id: id, user_id: person.sub }),
          (db: Db) =>
            db
              .insertInto("post_reactions")
              .values({ post_id: id, user_id: person.sub, reaction_type: "insightful" }),
          (db: Db) =>
            db
              .insertInto("post_comments")
              .values({ post_id: id, author_id: person.sub, content: "yes" }),
        ].map((insert) => asMember(person, (db) => insert(db).execute())),
      ),
    );
    const [first] = people;
    if (first) {
      await asMember(first, (db) =>
        db
          .updateTable("post_comments")
          .set({ deleted_at: new Date() })
          .where("author_id", "=", first.sub)
          .execute(),
      );
      await asMember(first, (db) =>
        db.deleteFrom("post_likes").where("user_id", "=", first.sub).execute(),
      );
    }
    const [row] = await adminQuery(
      "select like_count, reaction_count, comment_count, engagement_count from posts where id = $1",
      [id],
    );
    expect(row).toEqual({
      like_count: 7,
      reaction_count: 8,
      comment_count: 7,
      engagement_count: 22,
    });
  });
});

describe("a change of a post", () => {
  it("keeps the earlier text and stamps the edit", async () => {
    const { id, author } = await writePost(await makePerson());
    await change(author, id, { content: "second" });
    await change(author, id, { content: "third" });
    const rows = await adminQuery(
      "select version, content from post_revisions where post_id = $1 order by version",
      [id],
    );
    expect(rows).toEqual([
      { version: 1, content: "first" },
      { version: 2, content: "second" },
    ]);
    const [post] = await adminQuery(
      "select edited_at is not null as edited from posts where id = $1",
      [id],
    );
    expect(post).toEqual({ edited: true });
  });

  it("is refused to strangers, and pinning to everyone but moderators", async () => {
    const { id, author } = await writePost(await makePerson());
    expect(await change(await makePerson(), id, { content: "mine" })).toBe(0n);
    expect(await codeOf(change(author, id, { is_pinned: true }))).toBe("42501");
    expect(await change(await moderator(), id, { is_pinned: true })).toBe(1n);
  });

  it("never lets a moderator put words into somebody's mouth", async () => {
    const { id } = await writePost(await makePerson());
    expect(await codeOf(change(await moderator(), id, { content: "other" }))).toBe("42501");
  });

  it("does not let the author bring back what a moderator removed", async () => {
    const { id, author } = await writePost(await makePerson());
    await change(await moderator(), id, { deleted_at: new Date() });
    expect(await codeOf(change(author, id, { deleted_at: null }))).toBe("42501");
    const own = await writePost(author);
    await change(author, own.id, { deleted_at: new Date() });
    expect(await change(author, own.id, { deleted_at: null })).toBe(1n);
  });
});

describe("a post is seen", () => {
  it("by the tiers that it is meant for", async () => {
    const writer = await makePerson({ tier: "superachiever" });
    const [free, premium, top] = await Promise.all([
      makePerson(),
      makePerson({ tier: "premium" }),
      makePerson({ tier: "superachiever" }),
    ]);
    const expected = {
      public: [true, true, true],
      premium: [false, true, true],
      superachiever: [false, false, true],
      private: [false, false, false],
    };
    for (const [visibility, want] of Object.entries(expected)) {
      const { id } = await writePost(writer, { visibility });
      const seen = await Promise.all([free, premium, top].map((reader) => sees(reader, id)));
      expect({ visibility, seen }).toEqual({ visibility, seen: want });
      expect(await sees(writer, id)).toBe(true);
    }
  });

  it("when private by its author alone, not even by a moderator", async () => {
    const { id } = await writePost(await makePerson(), { visibility: "private" });
    expect(await sees(await moderator(), id)).toBe(false);
  });

  it("when removed by its author and moderators only", async () => {
    const { id, author } = await writePost(await makePerson());
    await change(author, id, { deleted_at: new Date() });
    expect(await sees(await makePerson(), id)).toBe(false);
    expect(await sees(author, id)).toBe(true);
    expect(await sees(await moderator(), id)).toBe(true);
  });

  it("when scheduled by its author only, and sorts by the moment it is due", async () => {
    const due = new Date(Date.now() + 3_600_000);
    const { id, author } = await writePost(await makePerson(), { publish_at: due });
    expect(await sees(await makePerson(), id)).toBe(false);
    expect(await sees(author, id)).toBe(true);
    const [row] = await adminQuery<{ created_at: Date }>(
      "select created_at from posts where id = $1",
      [id],
    );
    expect(row?.created_at).toEqual(due);
  });

  it("by neither side of a block", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const [hers, his] = [await writePost(ada), await writePost(bob)];
    await asMember(ada, (db) =>
      db
        .insertInto("member_blocks")
        .values({ user_id: ada.sub, blocked_user_id: bob.sub })
        .execute(),
    );
    expect(await sees(ada, his.id)).toBe(false);
    expect(await sees(bob, hers.id)).toBe(false);
    expect(await sees(await makePerson(), hers.id)).toBe(true);
  });
});
