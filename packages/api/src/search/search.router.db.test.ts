import { randomBytes, randomUUID } from "node:crypto";
import { platformSlugs } from "@neothink/brand/platforms";
import { asMember, type Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { countStatements } from "@neothink/db/core/statements";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { runJobs } from "../core/jobs.ts";
import { callAs, refusal } from "../core/test-caller.ts";
import type { Found } from "./find.ts";

afterAll(() => closePool());

/** A word that only this test's texts hold; letters alone, so that slips in it can be mended. */
function rareWord(length = 12): string {
  return `q${[...randomBytes(length - 1)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("")}`;
}

interface Draft {
  readonly content: string;
  readonly visibility?: "public" | "premium" | "superachiever" | "private";
  readonly tokenTag?: "LUCK" | "LIVE" | "LOVE" | "LIFE" | null;
}

async function publish(
  as: Claims,
  draft: Draft,
  slug: "hub" | "ascenders" = "ascenders",
): Promise<string> {
  const id = randomUUID();
  await callAs(as, slug).community.posts.publish({
    id,
    tokenTag: null,
    visibility: "public",
    ...draft,
  });
  return id;
}

async function search(as: Claims, q: string, more: object = {}): Promise<Found> {
  return callAs(as).search.query({ q, ...more });
}

function ids(found: Found): string[] {
  return found.hits.map((hit) => hit.id);
}

async function topic(
  by: Claims,
  title: string,
  more: { slug?: string; tags?: string[] } = {},
): Promise<string> {
  const [row] = await adminQuery<{ id: string }>(
    `insert into discussion_topics (title, description, created_by, tenant_slug, tags)
     values ($1, 'What do others do?', $2, $3, $4) returning id`,
    [title, by.sub, more.slug ?? "ascenders", more.tags ?? []],
  );
  return row?.id ?? "";
}

describe("finding", () => {
  it("has a post as soon as it is published, edited or removed", async () => {
    const word = rareWord();
    const ada = await makePerson();
    const reader = await makePerson();
    const id = await publish(ada, { content: `A text on ${word}` });
    expect(ids(await search(reader, word))).toEqual([id]);

    const other = rareWord();
    const { posts } = callAs(ada).community;
    await posts.update({ id, data: { content: `A text on ${other}`, visibility: "public" } });
    expect(ids(await search(reader, word))).toEqual([]);
    expect(ids(await search(reader, other))).toEqual([id]);
    await posts.delete({ id });
    expect(ids(await search(reader, other))).toEqual([]);
  });

  it("takes beginnings, endings, accents and case for what they mean", async () => {
    const word = rareWord();
    const ada = await makePerson();
    const id = await publish(ada, { content: `Walking to the ${word}café with Żółć` });
    for (const q of [`${word}ca`, `${word}CAFE `, `${word}café walks`, `${word}cafe zolc `]) {
      expect(ids(await search(ada, q)), q).toEqual([id]);
    }
    // A finished word is no beginning any more.
    expect(ids(await search(ada, `${word} `))).toEqual([]);
  });

  it("marks what was found and drops the signs of Markdown", async () => {
    const word = rareWord();
    const ada = await makePerson({ name: "Ada Hit" });
    await publish(ada, { content: `## Plan\n\n**${word}** and more`, tokenTag: "LIVE" });
    const [hit] = (await search(ada, word)).hits;
    expect(hit?.excerpt).toEqual([
      { text: "Plan ", match: false },
      { text: word, match: true },
      { text: " and more", match: false },
    ]);
    expect(hit).toMatchObject({ kind: "post", token: "LIVE", person: { name: "Ada Hit" } });
  });

  it("prefers what is nearer and newer", async () => {
    const word = rareWord();
    const ada = await makePerson();
    const old = await publish(ada, { content: `On ${word} and more` });
    const fresh = await publish(ada, { content: `On ${word} and less` });
    await adminQuery("update posts set created_at = now() - interval '200 days' where id = $1", [
      old,
    ]);
    const asked = await topic(ada, `Why ${word}?`);
    expect(ids(await search(ada, word))).toEqual([asked, fresh, old]);
  });

  it("pages through all hits once", async () => {
    const word = rareWord();
    const ada = await makePerson();
    for (let index = 0; index < 7; index += 1) {
      await topic(ada, `Number ${index} of ${word}`);
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Found = await search(ada, word, { cursor, limit: 3 });
      seen.push(...ids(page));
      expect(page.counts === null).toBe(cursor !== null);
      cursor = page.nextCursor;
      // Whatever appears meanwhile shifts nothing.
      await topic(ada, `Later ${word}`);
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    expect(await refusal(search(ada, word, { cursor: "nonsense" }))).toBe("BAD_REQUEST bad_cursor");
  });

  it("follows its operators", async () => {
    const word = rareWord();
    const name = rareWord(8);
    const ada = await makePerson({ name: `Ada ${name}` });
    const bob = await makePerson({ name: "Bob" });
    const byAda = await publish(ada, {
      content: `${word} first offer #Morning-Pages`,
      tokenTag: "LIFE",
    });
    const byBob = await publish(bob, { content: `${word} offer first`, tokenTag: "LOVE" });
    const inHub = await publish(bob, { content: `${word} from the hub` }, "hub");
    const asked = await topic(ada, `${word} as a topic`, { tags: ["Sales"] });
    await adminQuery(
      "update posts set created_at = '2025-03-05T12:00:00Z', section = 'flow' where id = $1",
      [byBob],
    );
    const cases: [string, string[]][] = [
      [`${word} from:${name}`, [byAda, asked]],
      [`${word} from:"ada ${name}"`, [byAda, asked]],
      [`${word} from:nobody-of-that-name`, []],
      [`${word} tag:life`, [byAda]],
      [`${word} #morning-pages`, [byAda]],
      [`${word} tag:sales`, [asked]],
      [`${word} in:hub`, [inHub]],
      [`${word} in:flow`, [byBob]],
      [`${word} in:topics`, [asked]],
      [`${word} before:2025-03-06`, [byBob]],
      [`${word} before:2025-03-05`, []],
      [`${word} after:2026 in:posts`, [byAda, inHub]],
      [`${word} "first offer"`, [byAda]],
      [`${word} -first -topic`, [inHub]],
      [`from:${name} in:posts`, [byAda]],
    ];
    for (const [q, expected] of cases) {
      expect(ids(await search(ada, q)).sort(), q).toEqual([...expected].sort());
    }
    expect(ids(await search(bob, `${word} from:me in:ascenders`))).toEqual([byBob]);
    expect((await search(bob, `${word} before:soon`)).misread).toEqual(["before:soon"]);
  });

  it("finds members by names, beginnings, accents and with slips", async () => {
    const name = rareWord(10);
    const noor = await makePerson({ name: `Noör ${name} Haddad` });
    const ada = await makePerson();
    for (const q of [`noor ${name}`, `${name.slice(0, 6)}`, `${name} hadd`, `${name}x`]) {
      const found = await search(ada, q, { kind: "member" });
      expect(ids(found), q).toContain(noor.sub);
    }
    expect((await search(ada, name)).counts).toEqual({ post: 0, topic: 0, member: 1 });
  });

  it("mends slips and offers shorter searches, but only what is found then", async () => {
    const word = rareWord();
    const ada = await makePerson();
    const id = await publish(ada, { content: `Notes on ${word} and calm` });
    const slip = `${word.slice(0, 4)}${word[4] === "x" ? "y" : "x"}${word.slice(5)}`;
    const mended = await search(ada, `${slip} calm`);
    expect(mended).toMatchObject({ corrected: `${word} calm` });
    expect(ids(mended)).toEqual([id]);
    // Two swapped letters in a short word.
    expect(await search(ada, `${word} clam`)).toMatchObject({ corrected: `${word} calm` });

    const dropped = await search(ada, `${word} ${rareWord()}`);
    expect(dropped.hits).toEqual([]);
    expect(dropped.shorter).toEqual([{ q: word, dropped: expect.stringMatching(/^q/), hits: 1 }]);
  });
});

describe("what stays unseen", () => {
  it("keeps tiers, platforms, privacy and schedules, in hits, counts, slips and shorter searches", async () => {
    const word = rareWord();
    const rich = await makePerson({ tier: "superachiever" });
    const premium = await makePerson({ tier: "premium" });
    const plain = await makePerson();
    const far = await makePerson({ platforms: ["immortals"], tier: "superachiever" });
    const open = await publish(rich, { content: `${word} open` });
    const paid = await publish(rich, { content: `${word} paid`, visibility: "premium" });
    const top = await publish(rich, { content: `${word} top`, visibility: "superachiever" });
    await publish(rich, { content: `${word} own`, visibility: "private" });
    const secret = rareWord();
    const [due] = await adminQuery<{ id: string }>(
      `insert into posts (author_id, platform, content, publish_at)
       values ($1, 'ascenders', $2, now() + interval '1 hour') returning id`,
      [rich.sub, `${word} later ${secret}`],
    );
    const see = async (who: Claims): Promise<[string[], number | undefined]> => {
      const found = await search(who, word);
      return [ids(found).sort(), found.counts?.post];
    };
    expect(await see(rich)).toEqual([[open, paid, top].sort(), 3]);
    expect(await see(premium)).toEqual([[open, paid].sort(), 2]);
    expect(await see(plain)).toEqual([[open], 1]);
    expect(await see(far)).toEqual([[], 0]);

    const slip = `${secret.slice(0, -1)}${secret.endsWith("z") ? "y" : "z"}`;
    expect(await search(plain, slip)).toMatchObject({ hits: [], corrected: null });
    expect((await search(plain, `${word} ${secret}`)).shorter).toMatchObject([{ hits: 1 }]);
    await adminQuery(
      "update posts set publish_at = now() - interval '1 minute', created_at = now() - interval '1 minute' where id = $1",
      [due?.id],
    );
    expect(await search(plain, slip)).toMatchObject({ corrected: secret });
  });

  it("keeps those apart who blocked each other, both ways, also by name", async () => {
    const word = rareWord();
    const ada = await makePerson({ name: `Ada ${word}` });
    const bob = await makePerson({ name: `Bob ${word}` });
    await publish(ada, { content: `${word} by ada` });
    await publish(bob, { content: `${word} by bob` });
    await adminQuery("insert into member_blocks (user_id, blocked_user_id) values ($1, $2)", [
      ada.sub,
      bob.sub,
    ]);
    for (const [who, other] of [
      [ada, bob],
      [bob, ada],
    ] as const) {
      const found = await search(who, word);
      expect(found.counts).toEqual({ post: 1, topic: 0, member: 1 });
      expect(found.hits.map((hit) => hit.person?.id)).not.toContain(other.sub);
      expect(
        ids(await search(who, `${word} from:"${who === ada ? "bob" : "ada"} ${word}"`)),
      ).toEqual([]);
    }
  });

  it("shows members only to those who share a platform, or when their card is public", async () => {
    const name = rareWord();
    const noor = await makePerson({ name, platforms: ["immortals"] });
    const far = await makePerson({ platforms: ["ascenders"] });
    expect((await search(far, name)).hits).toEqual([]);
    expect((await search(far, `${name.slice(0, -1)}`)).counts?.member).toBe(0);
    await adminQuery("update privacy_settings set public_profile = true where user_id = $1", [
      noor.sub,
    ]);
    expect(ids(await search(far, name))).toEqual([noor.sub]);
  });

  it("honours who left the directory, and who does not want their writings gathered", async () => {
    const word = rareWord();
    const noor = await makePerson({ name: `Noor ${word}` });
    const ada = await makePerson();
    const id = await publish(noor, { content: `${word} by noor` });
    await adminQuery(
      "update privacy_settings set show_in_directory = false, show_activity = false where user_id = $1",
      [noor.sub],
    );
    const found = await search(ada, word);
    expect(ids(found)).toEqual([id]);
    expect(found.counts).toEqual({ post: 1, topic: 0, member: 0 });
    expect(ids(await search(ada, `from:"noor ${word}"`))).toEqual([]);
    expect(ids(await search(noor, `from:"noor ${word}"`))).toEqual([id]);
    expect((await search(noor, word)).counts).toEqual({ post: 1, topic: 0, member: 1 });
  });

  it("finds nothing that its reader may not open", async () => {
    const word = rareWord();
    const people = await Promise.all([
      makePerson(),
      makePerson({ tier: "premium" }),
      makePerson({ platforms: ["hub"] }),
      makePerson({ role: "associate" }),
    ]);
    for (const visibility of ["public", "premium", "private"] as const) {
      for (const slug of ["hub", "ascenders"] as const) {
        await publish(
          await makePerson({ tier: "premium" }),
          { content: `${word} ${visibility}`, visibility },
          slug,
        );
      }
    }
    for (const who of people) {
      const found = await search(who, word);
      const readable = await asMember(who, (db) =>
        db.selectFrom("posts").select("id").where("content", "like", `${word}%`).execute(),
      );
      expect(readable.map((row) => row.id)).toEqual(expect.arrayContaining(ids(found)));
    }
  });

  it("is for members", async () => {
    const { search: visitor } = callAs(null);
    for (const call of [
      visitor.query({ q: "x" }),
      visitor.suggest({ q: "x" }),
      visitor.recent.list(),
      visitor.recent.clear({}),
      visitor.record({ q: "x", results: 0 }),
      visitor.select({ q: "x", results: 1, hit: { kind: "post", id: randomUUID(), place: 1 } }),
    ]) {
      expect(await refusal(call)).toBe("UNAUTHORIZED sign_in_required");
    }
  });
});

interface Logged {
  query: string;
  results_count: number;
  selected_result: unknown;
  platform: string;
}

function logOf(who: Claims): Promise<Logged[]> {
  return adminQuery<Logged>(
    `select query, results_count, selected_result, platform from search_analytics
     where user_id = $1 order by created_at, id`,
    [who.sub],
  );
}

describe("what was searched", () => {
  it("is recorded once, with the hit that was opened", async () => {
    const ada = await makePerson();
    const { search: as } = callAs(ada);
    await as.record({ q: "  Morning   light ", results: 3 });
    await as.record({ q: "Morning light", results: 3 });
    const hit = { kind: "post" as const, id: randomUUID(), place: 2 };
    await as.select({ q: "Morning light", results: 3, hit });
    await as.select({ q: "evening", results: 1, hit });
    expect(await logOf(ada)).toEqual([
      { query: "Morning light", results_count: 3, selected_result: hit, platform: "ascenders" },
      { query: "evening", results_count: 1, selected_result: hit, platform: "ascenders" },
    ]);
  });

  it("is the member's own list, which they can clear", async () => {
    const ada = await makePerson();
    const bob = await makePerson();
    const { search: as } = callAs(ada);
    for (const q of ["one", "Two", "three"]) {
      await as.record({ q, results: 1 });
    }
    await callAs(bob).search.record({ q: "of bob", results: 1 });
    expect(await as.recent.list()).toEqual(["three", "two", "one"]);
    expect(await as.suggest({ q: "tw" })).toEqual([{ query: "two", source: "recent" }]);
    await as.recent.clear({ q: "TWO" });
    expect(await as.recent.list()).toEqual(["three", "one"]);
    await as.recent.clear({});
    expect(await as.recent.list()).toEqual([]);
    expect(await logOf(ada)).toEqual([]);
    expect(await callAs(bob).search.recent.list()).toEqual(["of bob"]);
  });

  it("becomes popular with five members and is offered to those who find something with it", async () => {
    const word = rareWord();
    const secret = rareWord();
    const rich = await makePerson({ tier: "superachiever" });
    await publish(rich, { content: `${word} for all` });
    await publish(rich, { content: `${secret} for few`, visibility: "superachiever" });
    const askers = await Promise.all(Array.from({ length: 5 }, () => makePerson()));
    const hit = { kind: "post" as const, id: randomUUID(), place: 1 };
    for (const [index, asker] of askers.entries()) {
      const { search: as } = callAs(asker);
      await as.select({ q: word.toUpperCase(), results: 1, hit });
      await as.record({ q: secret, results: 1 });
      await as.record({ q: `${word} from:ada`, results: 1 });
      if (index < 4) {
        await as.record({ q: `${word} rare`, results: 1 });
      }
    }
    // One member who asks often is still one.
    await adminQuery(
      `insert into search_analytics (user_id, query, results_count, platform)
       select $1, $2, 1, 'ascenders' from generate_series(1, 20)`,
      [askers[0]?.sub, `${word} alone`],
    );
    await runJobs("popular-searches");
    const popular = await adminQuery(
      "select query, platform, total_searches, successful_searches from popular_searches where query like $1 order by platform",
      [`${word}%`],
    );
    expect(popular).toEqual([
      { query: word, platform: "ascenders", total_searches: 5, successful_searches: 5 },
      { query: word, platform: null, total_searches: 5, successful_searches: 5 },
    ]);
    const offered = async (who: Claims, q: string): Promise<string[]> =>
      (await callAs(who).search.suggest({ q })).map((one) => one.query);
    const plain = await makePerson();
    expect(await offered(plain, word.slice(0, 6))).toEqual([word]);
    expect(await offered(plain, secret.slice(0, 6))).toEqual([]);
    expect(await offered(rich, secret.slice(0, 6))).toEqual([secret]);

    await adminQuery("update search_analytics set user_id = null where user_id = $1", [
      askers[0]?.sub,
    ]);
    await runJobs("popular-searches");
    expect(await offered(plain, word.slice(0, 6))).toEqual([]);
  });
});

describe("bounds", () => {
  it("answers whatever is typed without an error of its own", async () => {
    const ada = await makePerson();
    const { search: as } = callAs(ada);
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            ...['"', "'", "\\", "\0", "%", "_", ":*", "&", "|", "!", "<->", "(", ")", " ", "-"],
            ...[
              "from:",
              "tag:",
              "in:",
              "before:2026-02-30",
              "#",
              "the",
              "%s",
              "$1",
              "\uD800",
              "🙂",
            ],
          ),
          { maxLength: 14 },
        )
        .map((parts) => parts.join("")),
    );
    const cursor = fc.option(fc.string({ maxLength: 60 }), { nil: undefined });
    const kind = fc.constantFrom("post", "topic", "member", undefined);
    await fc.assert(
      fc.asyncProperty(text, cursor, kind, fc.nat(3), async (q, place, only, which) => {
        const calls = [
          () => as.query({ q, cursor: place, kind: only }),
          () => as.suggest({ q }),
          () => as.record({ q, results: 0 }),
          () => as.recent.clear({ q }),
        ];
        const status = await refusal(calls[which]?.() ?? Promise.resolve()).catch(() => "fine");
        expect(status).toMatch(/^(fine|BAD_REQUEST .*)$/);
      }),
      { numRuns: 300 },
    );
  });

  it("needs few statements", async () => {
    const ada = await makePerson();
    const word = rareWord();
    await publish(ada, { content: `${word} here` });
    const cost = async (run: () => Promise<unknown>): Promise<number> =>
      (await countStatements(run)).statements.length;
    const { search: as } = callAs(ada);
    expect(await cost(() => as.query({ q: word }))).toBe(3);
    expect(await cost(() => as.query({ q: `${word} from:me` }))).toBe(2);
    expect(await cost(() => as.suggest({ q: word }))).toBe(1);
    expect(await cost(() => as.recent.list())).toBe(1);
  });

  it("works in each of the four apps", async () => {
    const ada = await makePerson();
    for (const slug of platformSlugs) {
      expect(await callAs(ada, slug).search.suggest({ q: "" })).toBeInstanceOf(Array);
    }
  });
});
