import type { Claims } from "@neothink/db/core/identity";
import { asJob } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import { releasePosts } from "./release-posts.job.ts";
import { draft } from "./test-posts.ts";

let bob: Claims;

beforeAll(async () => {
  bob = await makePerson({ name: "Bob" });
});
afterAll(closePool);

const tomorrow = () => new Date(Date.now() + 86_400_000);

async function schedule(writer: Claims, content = "Later."): Promise<string> {
  const input = draft({ content, publishAt: tomorrow() });
  await callAs(writer).community.posts.publish(input);
  return input.id;
}

/** Lets the time of a scheduled post come. */
async function makeDue(id: string): Promise<void> {
  await adminQuery(
    "update posts set publish_at = now() - interval '1 minute', created_at = now() - interval '1 minute' where id = $1",
    [id],
  );
}

const release = () => releasePosts.run({ now: new Date(), step: asJob });

async function paid(id: string): Promise<number> {
  const rows = await adminQuery("select id from user_actions where idempotency_key = $1", [
    `post:${id}`,
  ]);
  return rows.length;
}

describe("a scheduled post", () => {
  it("is its author's alone until it is due, and then rewarded and told of once", async () => {
    const writer = await makePerson();
    const id = await schedule(writer, `Look, [@Bob](member:${bob.sub})`);
    expect(await refusal(callAs(bob).community.posts.get({ id }))).toBe("NOT_FOUND post_not_found");
    expect((await callAs(writer).community.posts.scheduled()).map((post) => post.id)).toEqual([id]);
    await release();
    expect(await paid(id)).toBe(0);

    await makeDue(id);
    await Promise.all([release(), release()]);
    await release();
    expect(await paid(id)).toBe(1);
    expect((await callAs(bob).community.posts.get({ id })).id).toBe(id);
    const news = await adminQuery<{ kind: string }>(
      "select kind from notifications where content_id = $1 order by kind",
      [id],
    );
    expect(news.map(({ kind }) => kind)).toEqual(["mention", "post_published"]);
  });

  it("pays nothing when it is removed and brought back before its time", async () => {
    const writer = await makePerson();
    const id = await schedule(writer);
    await callAs(writer).community.posts.delete({ id });
    await callAs(writer).community.posts.restore({ id });
    expect(await paid(id)).toBe(0);
  });

  it("can be moved and published at once, by its author, until it has appeared", async () => {
    const writer = await makePerson();
    const id = await schedule(writer);
    const later = new Date(Date.now() + 2 * 86_400_000);
    const moved = await callAs(writer).community.posts.reschedule({ id, publishAt: later });
    expect(moved.publishAt).toEqual(later);
    expect(await refusal(callAs(bob).community.posts.reschedule({ id, publishAt: null }))).toBe(
      "NOT_FOUND post_not_found",
    );
    await callAs(writer).community.posts.reschedule({ id, publishAt: null });
    expect((await callAs(bob).community.posts.get({ id })).id).toBe(id);
    expect(await refusal(callAs(writer).community.posts.reschedule({ id, publishAt: later }))).toBe(
      "PRECONDITION_FAILED published_already",
    );
  });

  it("lies ahead, within a year", async () => {
    const publish = (publishAt: Date) =>
      refusal(callAs(bob).community.posts.publish(draft({ publishAt })));
    expect(await publish(new Date(Date.now() - 1000))).toBe("BAD_REQUEST time_is_past");
    expect(await publish(new Date(Date.now() + 400 * 86_400_000))).toBe("BAD_REQUEST time_too_far");
  });
});
