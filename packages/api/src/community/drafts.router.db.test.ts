import { randomUUID } from "node:crypto";
import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { makePerson } from "@neothink/db/core/test-people";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import type { DraftContent } from "./drafts.schema.ts";
import { draft as post } from "./test-posts.ts";

let writer: Claims;

beforeEach(async () => {
  writer = await makePerson();
});
afterAll(closePool);

function words(content: string, more: Partial<DraftContent> = {}): DraftContent {
  return {
    content,
    section: null,
    tokenTag: "LIVE",
    visibility: "public",
    publishAt: null,
    poll: null,
    ...more,
  };
}

const drafts = (who: Claims) => callAs(who).community.drafts;

async function saved(id: string, base: string | null, data: DraftContent): Promise<string> {
  const answer = await drafts(writer).save({ id, base, data });
  if (answer.status !== "saved") {
    throw new Error(`The draft was not saved: ${answer.status}`);
  }
  return answer.version;
}

describe("drafts", () => {
  it("open on a second device as they were left", async () => {
    const id = randomUUID();
    const data = words("half a thou", {
      visibility: "private",
      section: "flow",
      poll: {
        question: "Which?",
        choices: ["a", ""],
        multiple: true,
        closesAt: new Date("2031-01-01T10:00:00Z"),
      },
    });
    await saved(id, null, data);
    expect(await drafts(writer).list()).toMatchObject([{ id, data }]);
    expect(await callAs(writer, "hub").community.drafts.list()).toEqual([]);
  });

  it("never write over what another device saved: both texts are there to choose from", async () => {
    const id = randomUUID();
    const start = await saved(id, null, words("one"));
    const theirs = await saved(id, start, words("one two"));
    const answer = await drafts(writer).save({ id, base: start, data: words("one three") });
    expect(answer).toMatchObject({
      status: "conflict",
      theirs: { version: theirs, data: { content: "one two" } },
    });
    expect((await drafts(writer).list())[0]?.data.content).toBe("one two");
    await saved(id, theirs, words("one three"));
    expect((await drafts(writer).list())[0]?.data.content).toBe("one three");
  });

  it("are saved once when sent twice", async () => {
    const id = randomUUID();
    const data = words("same");
    const [first, second] = [await saved(id, null, data), await saved(id, null, data)];
    expect(second).toBe(first);
    const next = await saved(id, first, words("next"));
    expect(await saved(id, first, words("next"))).toBe(next);
    expect(await drafts(writer).list()).toHaveLength(1);
  });

  it("are over once the post is out, and a late save does not bring them back", async () => {
    const input = post();
    const version = await saved(input.id, null, words("A first"));
    await callAs(writer).community.posts.publish(input);
    expect(await drafts(writer).list()).toEqual([]);
    const late = await drafts(writer).save({
      id: input.id,
      base: version,
      data: words("A first s"),
    });
    expect(late).toEqual({ status: "published" });
  });

  it("belong to their writer alone", async () => {
    const id = randomUUID();
    await saved(id, null, words("mine"));
    const stranger = await makePerson();
    expect(await drafts(stranger).list()).toEqual([]);
    expect(await refusal(drafts(stranger).save({ id, base: null, data: words("theirs") }))).toBe(
      "CONFLICT id_taken",
    );
    await drafts(stranger).delete({ id });
    expect(await drafts(writer).list()).toHaveLength(1);
    expect(await refusal(callAs(null).community.drafts.list())).toBe(
      "UNAUTHORIZED sign_in_required",
    );
    await drafts(writer).delete({ id });
    await drafts(writer).delete({ id });
    expect(await drafts(writer).list()).toEqual([]);
  });
});
