import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, describe, expect, it } from "vitest";
import { callAs } from "../core/test-caller.ts";
import { published } from "./test-posts.ts";

afterAll(closePool);

describe("paging", () => {
  it("shows every earlier post once, and none twice, while 100 others arrive", async () => {
    const [reader, author] = await Promise.all([makePerson(), makePerson()]);
    const others = await Promise.all(Array.from({ length: 5 }, () => makePerson()));
    // Ten share each moment, so that pages end in the middle of a tie.
    await adminQuery(
      `insert into posts (author_id, content, platform, token_tag, created_at)
       select $1, 'before ' || n, 'ascenders', 'LUCK', now() - interval '1 day' - (n / 10) * interval '1 microsecond'
       from generate_series(1, 100) n`,
      [author.sub],
    );
    const known = await adminQuery<{ id: string }>("select id from posts where author_id = $1", [
      author.sub,
    ]);

    const arriving = Array.from({ length: 100 }, (_, n) =>
      published(others[n % 5] ?? author, { content: `during ${n}`, tokenTag: "LUCK" }),
    );
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await callAs(reader).community.posts.list({
        tokenTag: "LUCK",
        limit: 7,
        cursor,
      });
      seen.push(...page.items.map((post) => post.id));
      cursor = page.nextCursor;
    } while (cursor);
    await Promise.all(arriving);

    expect(seen).toHaveLength(new Set(seen).size);
    const shown = new Set(seen);
    expect(known.filter(({ id }) => !shown.has(id))).toEqual([]);
  });
});
