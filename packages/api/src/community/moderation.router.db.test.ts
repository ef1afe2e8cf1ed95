import { randomUUID } from "node:crypto";
import type { Claims } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { TRPCError } from "@trpc/server";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import { draft, published } from "./test-posts.ts";

let author: Claims;
let reader: Claims;
let mod: Claims;
let second: Claims;

beforeEach(async () => {
  [author, reader, mod, second] = await Promise.all([
    makePerson({ name: "Writer" }),
    makePerson({ name: "Reader" }),
    makePerson({ name: "Mod", role: "admin" }),
    makePerson({ name: "Second", role: "admin" }),
  ]);
});
afterAll(closePool);

const reports = (who: Claims | null) => callAs(who).community.reports;
const moderation = (who: Claims | null) => callAs(who).community.moderation;
const feed = (who: Claims) => callAs(who).community.posts;

async function flagged(): Promise<{ contentType: "post"; contentId: string }> {
  const contentId = await published(author);
  await reports(reader).create({ contentType: "post", contentId, reason: "abuse" });
  return { contentType: "post", contentId };
}

async function told(who: Claims): Promise<string[]> {
  const rows = await adminQuery<{ kind: string }>(
    `select kind from notifications where user_id = $1
       and kind in ('report_decided', 'content_removed', 'sanction', 'appeal_decided', 'decision_undone')
     order by created_at, kind`,
    [who.sub],
  );
  return rows.map(({ kind }) => kind);
}

async function audits(action: string, entityId: string): Promise<number> {
  const rows = await adminQuery("select from audit_logs where action = $1 and entity_id = $2", [
    action,
    entityId,
  ]);
  return rows.length;
}

async function earned(who: Claims): Promise<number> {
  const rows = await adminQuery<{ sum: string }>(
    "select coalesce(sum(balance), 0)::text as sum from token_balances where account_id = $1",
    [who.sub],
  );
  return Number(rows[0]?.sum);
}

describe("a report", () => {
  it("is made once, tells the moderators, and is not shown to whom it concerns", async () => {
    const thing = await flagged();
    const again = await reports(reader).create({ ...thing, reason: "spam" });
    expect(again.fresh).toBe(false);
    expect((await reports(reader).list({})).items).toMatchObject([
      { reason: "abuse", status: "open" },
    ]);
    expect((await reports(author).list({})).items).toEqual([]);
    expect(await reports(author).decisions()).toEqual([]);
    const news = await adminQuery(
      "select from notifications where user_id = $1 and kind = 'report_received'",
      [mod.sub],
    );
    expect(news.length).toBeGreaterThan(0);
  });

  it("is refused about own things, unreadable things and to strangers", async () => {
    const contentId = await published(author, { visibility: "private" });
    expect(
      await refusal(reports(reader).create({ contentType: "post", contentId, reason: "abuse" })),
    ).toBe("NOT_FOUND content_not_found");
    expect(
      await refusal(reports(author).create({ contentType: "post", contentId, reason: "abuse" })),
    ).toBe("BAD_REQUEST own_content");
    const stranger = await makePerson({ platforms: [] });
    expect(
      await refusal(
        reports(stranger).create({
          contentType: "profile",
          contentId: author.sub,
          reason: "abuse",
        }),
      ),
    ).toBe("NOT_FOUND content_not_found");
  });

  it("can be about comments, members and forum things", async () => {
    const postId = await published(author);
    const commentId = randomUUID();
    await callAs(author).community.comments.create({ id: commentId, postId, content: "Rude." });
    await reports(reader).create({
      contentType: "post_comment",
      contentId: commentId,
      reason: "abuse",
    });
    await reports(reader).create({
      contentType: "profile",
      contentId: author.sub,
      reason: "other",
      details: "Name.",
    });
    const mine = (await reports(reader).list({})).items;
    expect(mine.map(({ contentType }) => contentType).sort()).toEqual(["post_comment", "profile"]);
  });
});

describe("moderation", () => {
  it("is refused to everyone else, by every verb", async () => {
    const thing = await flagged();
    const id = randomUUID();
    const calls = [
      () => moderation(reader).list({}),
      () => moderation(reader).waiting(),
      () => moderation(reader).decisions({}),
      () => moderation(reader).decide({ items: [thing], measure: "remove", note: "No." }),
      () => moderation(reader).undo({ ids: [id] }),
      () => moderation(reader).decideAppeal({ id, outcome: "upheld", note: "No." }),
    ];
    for (const call of calls) {
      expect(await refusal(call())).toBe("FORBIDDEN moderators_only");
    }
  });

  it("shows the thing, who reported it and the member's history", async () => {
    const thing = await flagged();
    let cursor: string | null = null;
    let found: unknown;
    do {
      const page = await moderation(mod).list({ limit: 50, cursor });
      found ??= page.items.find(({ contentId }) => contentId === thing.contentId);
      cursor = page.nextCursor;
    } while (cursor !== null && found === undefined);
    expect(found).toMatchObject({
      body: "A first step.",
      subjectName: "Writer",
      removals: 0,
      reports: [{ reason: "abuse", reporter: "Reader" }],
    });
  });

  it("removes, takes the reward back, tells both with the reason, and is undone exactly", async () => {
    const thing = await flagged();
    const before = await earned(author);
    expect(before).toBeGreaterThan(0);
    const decide = () =>
      moderation(mod).decide({ items: [thing], measure: "remove", note: "Insults." });
    const { ids } = await decide();
    expect(await refusal(decide())).toBe("CONFLICT decided_before");
    expect(await refusal(feed(reader).get({ id: thing.contentId }))).toBe(
      "NOT_FOUND post_not_found",
    );
    expect(await earned(author)).toBeLessThan(before);
    expect(await told(author)).toEqual(["content_removed"]);
    expect(await told(reader)).toEqual(["report_decided"]);
    expect((await reports(reader).list({})).items).toMatchObject([
      { status: "upheld", note: "Insults." },
    ]);
    expect(await reports(author).decisions()).toMatchObject([
      { measure: "remove", note: "Insults." },
    ]);
    expect(await audits("moderation:remove", thing.contentId)).toBe(1);
    expect(await refusal(feed(author).restore({ id: thing.contentId }))).toBe(
      "FORBIDDEN removed_by_other",
    );

    expect(await refusal(moderation(second).undo({ ids: [...ids] }))).toBe(
      "FORBIDDEN not_the_decider",
    );
    await moderation(mod).undo({ ids: [...ids] });
    await moderation(mod).undo({ ids: [...ids] });
    expect((await feed(reader).get({ id: thing.contentId })).content).toBe("A first step.");
    expect(await earned(author)).toBe(before);
    expect((await reports(reader).list({})).items).toMatchObject([{ status: "open", note: null }]);
  });

  it("decides many at once, and once when two moderators press together", async () => {
    const things = [await flagged(), await flagged(), await flagged()];
    const both = await Promise.allSettled([
      moderation(mod).decide({ items: things, measure: "dismiss" }),
      moderation(second).decide({ items: things, measure: "dismiss" }),
    ]);
    const made = both.flatMap((each) => (each.status === "fulfilled" ? each.value.ids : []));
    expect(made).toHaveLength(3);
    expect(await told(author)).toEqual([]);
    expect(await told(reader)).toEqual(["report_decided", "report_decided", "report_decided"]);
  });

  it("suspends from writing, says why, and lets read on", async () => {
    const thing = await flagged();
    await moderation(mod).decide({
      items: [thing],
      measure: "suspend",
      note: "Third time.",
      days: 3,
    });
    expect(await refusal(feed(author).publish(draft()))).toBe("FORBIDDEN posting_suspended");
    const other = await published(reader);
    expect(
      await refusal(
        callAs(author).community.comments.create({
          id: randomUUID(),
          postId: other,
          content: "Hm.",
        }),
      ),
    ).toBe("FORBIDDEN posting_suspended");
    expect((await feed(author).get({ id: other })).own).toBe(false);
    const [decision] = await reports(author).decisions();
    expect(decision?.suspendedUntil?.getTime()).toBeGreaterThan(Date.now() + 2 * 86_400_000);
    expect(await told(author)).toEqual(["sanction"]);
    await adminQuery(
      "update member_sanctions set created_at = now() - interval '9 days', until = now() - interval '1 day' where user_id = $1",
      [author.sub],
    );
    await feed(author).publish(draft());
  });

  it("is not done about oneself, and never removes a member", async () => {
    const contentId = await published(mod);
    await reports(reader).create({ contentType: "post", contentId, reason: "abuse" });
    const own = {
      items: [{ contentType: "post" as const, contentId }],
      measure: "dismiss" as const,
    };
    expect(await refusal(moderation(mod).decide(own))).toBe("FORBIDDEN own_content");
    await reports(reader).create({
      contentType: "profile",
      contentId: author.sub,
      reason: "abuse",
    });
    expect(
      await refusal(
        moderation(mod).decide({
          items: [{ contentType: "profile", contentId: author.sub }],
          measure: "remove",
          note: "No.",
        }),
      ),
    ).toBe("BAD_REQUEST not_removable");
  });

  it("works on members who have blocked the moderator", async () => {
    const thing = await flagged();
    await callAs(author).community.members.block({ id: mod.sub, kind: "block" });
    await moderation(mod).decide({ items: [thing], measure: "remove", note: "Insults." });
    expect(await told(author)).toEqual(["content_removed"]);
  });
});

describe("an appeal", () => {
  async function removed(): Promise<{ id: string; postId: string }> {
    const thing = await flagged();
    const { ids } = await moderation(mod).decide({
      items: [thing],
      measure: "remove",
      note: "Insults.",
    });
    return { id: ids[0] ?? "", postId: thing.contentId };
  }

  it("is for whom it concerns, once, and decided by another moderator", async () => {
    const { id, postId } = await removed();
    const before = await earned(author);
    expect(await refusal(reports(reader).appeal({ id, text: "Me!" }))).toBe(
      "NOT_FOUND decision_not_found",
    );
    await reports(author).appeal({ id, text: "It was a quotation." });
    expect(await refusal(reports(author).appeal({ id, text: "Again." }))).toBe("CONFLICT appealed");
    expect(await refusal(moderation(mod).undo({ ids: [id] }))).toBe("CONFLICT appealed");
    const decide = (who: Claims) =>
      moderation(who).decideAppeal({ id, outcome: "overturned", note: "It was." });
    expect(await refusal(decide(mod))).toBe("FORBIDDEN second_moderator");
    await decide(second);
    expect(await refusal(decide(second))).toBe("CONFLICT decided_before");
    expect((await feed(reader).get({ id: postId })).content).toBe("A first step.");
    expect(await earned(author)).toBeGreaterThan(before);
    expect(await told(author)).toEqual(["content_removed", "appeal_decided"]);
    expect(await told(reader)).toEqual(["report_decided", "report_decided"]);
    expect(await audits("moderation:appeal", id)).toBe(1);
  });

  it("can be turned down, and then the decision stands", async () => {
    const { id, postId } = await removed();
    await reports(author).appeal({ id, text: "Please." });
    const waiting = await moderation(second).decisions({ appealed: true, subjectId: author.sub });
    expect(waiting.items).toMatchObject([{ id, appealText: "Please.", removals: 1 }]);
    await moderation(second).decideAppeal({ id, outcome: "upheld", note: "No." });
    expect(await refusal(feed(reader).get({ id: postId }))).toBe("NOT_FOUND post_not_found");
    expect(await reports(author).decisions()).toMatchObject([
      { appealOutcome: "upheld", appealNote: "No." },
    ]);
  });
});

/** The types would refuse what a stranger can send all the same. */
function untyped(input: unknown): never {
  return input as never;
}

function callsOf(who: Claims | null) {
  const { activity, members, moderation: all, reports: own } = callAs(who).community;
  return [
    ...[own.list, own.create, own.appeal, all.list, all.decisions, all.decide, all.undo],
    ...[all.decideAppeal, members.list, members.get, members.contributions, members.follows],
    ...[members.follow, members.block, members.updatePrivacy, activity.list, activity.comments],
    ...[activity.react, activity.comment, activity.removeComment, activity.show],
  ];
}

describe("whatever is sent", () => {
  it("is answered or refused, never a fault", async () => {
    const odd = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constantFrom(null, "\u0000", "'; --", randomUUID()),
    );
    const type = fc.constantFrom("post", "profile", "discussion_topic", "system", "");
    const input = fc.record(
      {
        id: odd,
        ids: fc.array(odd),
        contentType: type,
        contentId: odd,
        items: fc.array(fc.record({ contentType: type, contentId: odd }), { maxLength: 3 }),
        measure: fc.constantFrom("dismiss", "remove", "warn", "suspend", "x"),
        reason: fc.constantFrom("abuse", "x"),
        name: fc.string(),
        interest: fc.string(),
        details: fc.string(),
        note: fc.string(),
        text: fc.string(),
        outcome: fc.constantFrom("upheld", "overturned"),
        kind: fc.constantFrom("block", "mute", null, "x"),
        following: fc.boolean(),
        given: fc.boolean(),
        shown: fc.boolean(),
        mode: fc.constantFrom("all", "following"),
        memberId: odd,
        side: fc.constantFrom("following", "followers"),
        cursor: fc.oneof(odd, fc.base64String()),
        days: fc.integer(),
        subjectId: odd,
      },
      { requiredKeys: [] },
    );
    const calls = callsOf(mod);
    for (const call of calls) {
      await fc.assert(
        fc.asyncProperty(input, async (sample) => {
          try {
            await call(untyped(sample));
          } catch (error) {
            const code = error instanceof TRPCError ? error.code : String(error);
            expect([
              "BAD_REQUEST",
              "NOT_FOUND",
              "FORBIDDEN",
              "CONFLICT",
              "TOO_MANY_REQUESTS",
            ]).toContain(code);
          }
        }),
        { numRuns: 60 },
      );
    }
  });

  it("is refused to visitors by every procedure", async () => {
    for (const call of callsOf(null)) {
      await expect(call(untyped({}))).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    }
  });
});
