import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import type { Db } from "../core/identity.ts";
import { asMember, asVisitor } from "../core/identity.ts";
import { closePool } from "../core/pool.ts";
import { adminQuery, makePerson } from "../core/test-people.ts";

afterAll(() => closePool());

/** A word that only this test's texts hold. */
function rareWord(): string {
  return `zq${randomBytes(6).toString("hex").replaceAll(/\d/g, "x")}`;
}

function hits(query: string): (db: Db) => Promise<string[]> {
  return async (db) => {
    const { rows } = await sql<{
      content_id: string;
    }>`select content_id from app.search_content(${query})`.execute(db);
    return rows.map((row) => row.content_id);
  };
}

async function article(word: string, platform: string, audience: string): Promise<string> {
  const [row] = await adminQuery<{ id: string }>(
    `insert into public.resources (platform, title, description, resource_type, url, audience, is_published)
     values ($1, $2, 'about walking', 'link', 'https://example.test', $3, true) returning id`,
    [platform, `A text on ${word}`, audience],
  );
  return row?.id ?? "";
}

describe("the search index", () => {
  it("finds by stem and by word, for those whom the thing is meant for", async () => {
    const word = rareWord();
    const forAll = await article(word, "ascenders", "everyone");
    const forMembers = await article(word, "ascenders", "members");
    const forPremium = await article(word, "ascenders", "premium");
    const near = await makePerson({ platforms: ["ascenders"] });
    const paying = await makePerson({ platforms: ["ascenders"], tier: "premium" });
    const far = await makePerson({ platforms: ["immortals"], tier: "superachiever" });

    expect(await asVisitor(hits(word))).toEqual([forAll]);
    expect(await asMember(far, hits(word))).toEqual([forAll]);
    expect((await asMember(near, hits(`${word} walks`))).sort()).toEqual(
      [forAll, forMembers].sort(),
    );
    expect((await asMember(paying, hits(word))).sort()).toEqual(
      [forAll, forMembers, forPremium].sort(),
    );
  });

  it("forgets what is taken off, and never holds what is private", async () => {
    const word = rareWord();
    const id = await article(word, "hub", "everyone");
    await adminQuery("update public.resources set is_published = false where id = $1", [id]);
    expect(await asVisitor(hits(word))).toEqual([]);

    const ada = await makePerson();
    const [post] = await adminQuery<{ id: string }>(
      `insert into public.posts (author_id, platform, content, visibility)
       values ($1, 'hub', $2, 'private') returning id`,
      [ada.sub, word],
    );
    expect(await asMember(ada, hits(word))).toEqual([]);
    await adminQuery("update public.posts set visibility = 'public' where id = $1", [post?.id]);
    expect(await asMember(ada, hits(word))).toEqual([post?.id]);
  });

  it("shows a lesson only while its unit is published too", async () => {
    const word = rareWord();
    const [unit] = await adminQuery<{ id: string }>(
      `insert into public.content_modules (platform, title, audience, is_published)
       values ('hub', 'Unit', 'everyone', true) returning id`,
    );
    const [lesson] = await adminQuery<{ id: string }>(
      `insert into public.lessons (module_id, title, is_published) values ($1, $2, true) returning id`,
      [unit?.id, word],
    );
    expect(await asVisitor(hits(word))).toEqual([lesson?.id]);
    await adminQuery("update public.content_modules set is_published = false where id = $1", [
      unit?.id,
    ]);
    expect(await asVisitor(hits(word))).toEqual([]);
  });

  it("pages without repeating or skipping", async () => {
    const word = rareWord();
    for (let index = 0; index < 5; index += 1) {
      await article(word, "hub", "everyone");
    }
    const seen: string[] = [];
    let after: { rank: number | null; id: string | null } = { rank: null, id: null };
    for (let page = 0; page < 4; page += 1) {
      const { rank, id } = after;
      const { rows } = await asVisitor((db) =>
        sql<{ id: string; content_id: string; rank: number }>`
          select id, content_id, rank
          from app.search_content(${word}, null, null, 2, ${rank}::real, ${id}::uuid)`.execute(db),
      );
      seen.push(...rows.map((row) => row.content_id));
      const last = rows.at(-1);
      if (!last) {
        break;
      }
      after = { rank: last.rank, id: last.id };
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });
});
