import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Claims } from "@neothink/db/core/identity";
import { closeOutbox } from "@neothink/db/core/outbox";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import fc from "fast-check";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { type LiveEvent, listenLive } from "./live.ts";
import { callAs, refusal } from "./test-caller.ts";

const streams: AbortController[] = [];

afterEach(() => {
  for (const stream of streams.splice(0)) {
    stream.abort();
  }
});
afterAll(async () => {
  await closeOutbox();
  await closePool();
});

interface Page {
  readonly events: LiveEvent[];
  lastEventId: string | null;
  close(): void;
}

/** An open page: collects what the stream gives it, the stream's own words aside. */
function open(person: Claims, topics: readonly string[], lastEventId: string | null = null): Page {
  const stop = new AbortController();
  streams.push(stop);
  const page: Page = { events: [], lastEventId, close: () => stop.abort() };
  const viewer = { id: person.sub, claims: person };
  void (async () => {
    const input = { topics: [...topics], lastEventId };
    for await (const [id, event] of listenLive(viewer, input, stop.signal)) {
      page.lastEventId = String(id);
      page.events.push(event);
    }
  })();
  return page;
}

async function ready(person: Claims, topics: readonly string[], lastEventId: string | null = null) {
  const page = open(person, topics, lastEventId);
  await expect.poll(() => page.events.length).toBeGreaterThan(0);
  expect(page.events.shift()?.type).toBe("hello");
  return page;
}

async function post(author: Claims, visibility = "public"): Promise<string> {
  const id = randomUUID();
  await adminQuery(
    "insert into posts (id, author_id, content, platform, visibility) values ($1, $2, 'x', 'ascenders', $3)",
    [id, author.sub, visibility],
  );
  return id;
}

const idsOf = (page: Page, type = "post_created") =>
  page.events.filter((event) => event.type === type).map((event) => event.data.entityId);

describe("live news", () => {
  it("tell of a new post at once, to those who may read it", async () => {
    const author = await makePerson({ tier: "superachiever" });
    const [plain, premium] = [await makePerson(), await makePerson({ tier: "premium" })];
    const pages = [
      await ready(plain, ["posts:ascenders"]),
      await ready(premium, ["posts:ascenders"]),
    ];
    const open = await post(author);
    const paid = await post(author, "premium");
    await post(author, "private");
    const last = await post(author);
    await expect.poll(() => pages.map((page) => idsOf(page).at(-1))).toEqual([last, last]);
    expect(idsOf(pages[0] ?? fail())).toEqual(expect.arrayContaining([open, last]));
    expect(idsOf(pages[0] ?? fail())).not.toContain(paid);
    expect(idsOf(pages[1] ?? fail())).toEqual(expect.arrayContaining([open, paid, last]));
  });

  it("tell of a scheduled post when it is let out, and not before", async () => {
    const [author, reader] = [await makePerson(), await makePerson()];
    const page = await ready(reader, ["posts:ascenders"]);
    const id = randomUUID();
    await adminQuery(
      `insert into posts (id, author_id, content, platform, publish_at)
       values ($1, $2, 'x', 'ascenders', now() + interval '300 milliseconds')`,
      [id, author.sub],
    );
    await sleep(400);
    const other = await post(author);
    await expect.poll(() => idsOf(page)).toContain(other);
    expect(idsOf(page)).not.toContain(id);
    await adminQuery("update posts set released_at = now() where id = $1", [id]);
    await expect.poll(() => idsOf(page)).toContain(id);
  });

  it("hide the posts of those who blocked the reader", async () => {
    const [author, other, reader] = [await makePerson(), await makePerson(), await makePerson()];
    await adminQuery("insert into member_blocks (user_id, blocked_user_id) values ($1, $2)", [
      author.sub,
      reader.sub,
    ]);
    const page = await ready(reader, ["posts:ascenders"]);
    const hidden = await post(author);
    const shown = await post(other);
    await expect.poll(() => idsOf(page)).toContain(shown);
    expect(idsOf(page)).not.toContain(hidden);
  });

  it("give nobody what is for another member, nor what happens on a closed platform or post", async () => {
    const author = await makePerson({ tier: "premium" });
    const outsider = await makePerson({ platforms: ["hub"] });
    const secret = await post(author, "premium");
    const topics = [`member:${author.sub}`, "posts:ascenders", `post:${secret}`];
    const own = `member:${outsider.sub}`;
    const page = await ready(outsider, [...topics, own]);
    await adminQuery(
      'select app.publish(t, \'{"type": "test"}\') from unnest($1::text[]) with ordinality x(t, n) order by n',
      [[...topics, own]],
    );
    await expect.poll(() => page.events.map((event) => event.topic)).toEqual([own]);
  });

  it("resume after a break without loss or double, however often it is cut", async () => {
    const [author, reader] = [await makePerson(), await makePerson()];
    const written: string[] = [];
    const heard: unknown[] = [];
    let page = await ready(reader, ["posts:ascenders"]);
    for (let round = 0; round < 8; round += 1) {
      written.push(await post(author), await post(author));
      page.close();
      written.push(await post(author));
      heard.push(...idsOf(page));
      page = open(reader, ["posts:ascenders"], page.lastEventId);
    }
    await expect
      .poll(() => [...heard, ...idsOf(page)].length)
      .toBeGreaterThanOrEqual(written.length);
    const own = new Set(written);
    const all = [...heard, ...idsOf(page)].filter((id) => own.has(String(id)));
    expect(all.length).toBe(written.length);
    expect(new Set(all)).toEqual(own);
  });

  it("resume in another process after the listening connection was killed meanwhile", async () => {
    const [author, reader] = [await makePerson(), await makePerson()];
    const page = await ready(reader, ["posts:ascenders"]);
    const first = await post(author);
    await expect.poll(() => idsOf(page)).toContain(first);
    page.close();
    const missed = await Promise.all(Array.from({ length: 10 }, () => post(author)));
    await closeOutbox();
    const later = await ready(reader, ["posts:ascenders"], page.lastEventId);
    await adminQuery(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'neothink_live' and datname = current_database()`,
    );
    const last = await post(author);
    await expect.poll(() => idsOf(later), { timeout: 10_000 }).toContain(last);
    const mine = idsOf(later).filter((id) => [...missed, first, last].includes(String(id)));
    expect(mine.toSorted()).toEqual([...missed, last].toSorted());
  });

  it("tell a page to read itself anew when too much was missed", async () => {
    const reader = await makePerson();
    const own = `member:${reader.sub}`;
    const page = await ready(reader, [own]);
    const awake = await ready(reader, [own]);
    page.close();
    await adminQuery('select app.publish($1, \'{"type": "test"}\') from generate_series(1, 600)', [
      own,
    ]);
    await expect.poll(() => awake.events.length, { timeout: 20_000 }).toBe(600);
    const later = open(reader, [own], page.lastEventId);
    await expect
      .poll(() => later.events.map(({ type }) => type), { timeout: 20_000 })
      .toEqual(["hello", "reset"]);
  });

  it("begin where the page was rendered", async () => {
    const [author, reader] = [await makePerson(), await makePerson()];
    const rendered = await callAs(reader).live.position();
    const id = await post(author);
    const page = await ready(reader, ["posts:ascenders"], rendered);
    await expect.poll(() => idsOf(page)).toContain(id);
  });

  it("refuse a member who opens streams without end, and take them again once some are closed", async () => {
    const reader = await makePerson();
    const viewer = { id: reader.sub, claims: reader };
    const input = { topics: [`member:${reader.sub}`] };
    const all = Array.from({ length: 50 }, () => listenLive(viewer, input, undefined));
    await Promise.all(all.map((one) => one.next()));
    await expect(listenLive(viewer, input, undefined).next()).rejects.toMatchObject({
      code: "TOO_MANY_REQUESTS",
    });
    await Promise.all(all.map((one) => one.return()));
    const again = listenLive(viewer, input, undefined);
    expect((await again.next()).done).toBe(false);
    await again.return();
  });

  it("are for members, and survive any input", async () => {
    expect(await refusal(callAs(null).live.position())).toBe("UNAUTHORIZED sign_in_required");
    const reader = await makePerson();
    const input = fc.record({
      topics: fc.array(fc.oneof(fc.string(), fc.constant(`post:${randomUUID()}`)), {
        maxLength: 3,
      }),
      lastEventId: fc.option(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z.]{1,30}$/))),
    });
    await fc.assert(
      fc.asyncProperty(input, async (some) => {
        try {
          const stream = await callAs(reader).live.events(some);
          for await (const first of stream) {
            expect(first).toBeDefined();
            break;
          }
        } catch (error) {
          expect(error).toMatchObject({ code: "BAD_REQUEST" });
        }
      }),
      { numRuns: 60 },
    );
  });
});

function fail(): never {
  throw new Error("There is no such page.");
}
