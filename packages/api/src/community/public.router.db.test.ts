import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { countStatements } from "@neothink/db/core/statements";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import { published } from "./test-posts.ts";
import { answered, opened } from "./test-topics.ts";

let author: Claims;
let guardian: Claims;
const ids: Record<string, string> = {};

beforeAll(async () => {
  [author, guardian] = await Promise.all([
    makePerson({ name: "Pia Public", tier: "superachiever" }),
    makePerson({ guardian: true }),
  ]);
  for (const visibility of ["public", "premium", "superachiever", "private"] as const) {
    ids[visibility] = await published(author, { visibility });
  }
  ids.deleted = await published(author);
  await callAs(author).community.posts.delete({ id: ids.deleted });
  ids.later = await published(author);
  await adminQuery("update posts set publish_at = now() + interval '1 day' where id = $1", [
    ids.later,
  ]);
  ids.openTopic = await opened(author, { isPublic: true, tags: ["seen"] });
  ids.memberTopic = await opened(author, { tags: ["seen"] });
  ids.deletedTopic = await opened(author, { isPublic: true, tags: ["seen"] });
  await callAs(author).community.topics.delete({ id: ids.deletedTopic });
});
afterAll(closePool);

// Nobody gets more here than a visitor: members ask the same procedures with more rights.
const readers = () => [null, author, guardian];
const names = (found: ReadonlySet<string>) =>
  Object.entries(ids).flatMap(([name, id]) => (found.has(id) ? [name] : []));

describe("what everybody may read", () => {
  it("is public posts and topics alone, in feeds, in the map and one by one", async () => {
    for (const reader of readers()) {
      const api = callAs(reader).community.public;
      const { posts } = await api.posts({});
      const topics = await api.topics({ tag: "seen" });
      const listed = new Set([...posts, ...topics].map(({ id }) => id));
      expect(names(listed)).toEqual(["public", "openTopic"]);

      const parts = await api.map();
      const mapped = new Set<string>();
      for (const part of parts) {
        for (const { id } of await api.mapPart(part)) {
          mapped.add(id);
        }
      }
      expect(names(mapped)).toEqual(["public", "openTopic"]);

      for (const [name, id] of Object.entries(ids)) {
        const call = name.endsWith("Topic") ? api.topic({ id }) : api.post({ id });
        const shown = await call.then(
          () => true,
          () => false,
        );
        expect([name, shown]).toEqual([name, name === "public" || name === "openTopic"]);
      }
    }
  });

  it("names a member only where everybody may see their card", async () => {
    const api = callAs(null).community.public;
    const id = ids.public ?? "";
    expect((await callAs(guardian).community.public.post({ id })).authorName).toBeNull();
    expect(await refusal(api.posts({ authorId: author.sub }))).toBe("NOT_FOUND member_not_found");
    await adminQuery("update member_cards set public_profile = true where id = $1", [author.sub]);
    expect((await api.post({ id })).authorName).toBe("Pia Public");
    const own = await api.posts({ authorId: author.sub });
    expect(own.author).toBe("Pia Public");
    expect(own.posts.map((post) => post.id)).toEqual([id]);
  });

  it("shows answers of public topics without the removed ones", async () => {
    const helper = await makePerson();
    const topicId = ids.openTopic ?? "";
    const [kept, removed] = [await answered(helper, topicId), await answered(helper, topicId)];
    await answered(author, topicId, { parentId: kept });
    await callAs(helper).community.answers.delete({ id: removed });
    for (const reader of readers()) {
      const { answers } = await callAs(reader).community.public.topic({ id: topicId });
      expect(answers.map(({ id }) => id)).toEqual([kept]);
    }
  });

  it("is listed by one statement each", async () => {
    const api = callAs(null).community.public;
    const { statements } = await countStatements(() => api.posts({ section: "flow" }));
    expect(statements).toHaveLength(1);
    expect((await countStatements(() => api.topics({}))).statements).toHaveLength(1);
    expect((await countStatements(() => api.map())).statements).toHaveLength(2);
    expect(await refusal(api.mapPart({ kind: "posts", start: "x" }))).toBe(
      "BAD_REQUEST bad_cursor",
    );
  });
});
