import { randomUUID } from "node:crypto";
import type { Claims } from "@neothink/db/core/identity";
import { asMember, inTransaction } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { countStatements } from "@neothink/db/core/statements";
import { makePerson } from "@neothink/db/core/test-people";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import { sum } from "./amount.ts";
import { awardAction } from "./award.ts";
import { reverseAward } from "./reversal.ts";

let ada: Claims;
let bob: Claims;

beforeAll(async () => {
  [ada, bob] = await Promise.all([makePerson(), makePerson()]);
});
afterAll(closePool);

async function award(claims: Claims, action: string, key = `${action}:${randomUUID()}`) {
  return asMember(claims, (db) =>
    inTransaction(db, (tx) =>
      awardAction(tx, { memberId: claims.sub, platform: "ascenders", action, key }),
    ),
  );
}

describe("the balance", () => {
  it("knows all four tokens and the streak", async () => {
    const nobody = await makePerson();
    expect(await callAs(nobody).tokens.balance.get()).toEqual({
      balances: { LUCK: "0", LIVE: "0", LOVE: "0", LIFE: "0" },
      streak: { days: 0, longest: 0, activeToday: false },
    });
    await award(ada, "post");
    expect(await callAs(ada).tokens.balance.get()).toEqual({
      balances: { LUCK: "0", LIVE: "101", LOVE: "0", LIFE: "0" },
      streak: { days: 1, longest: 1, activeToday: true },
    });
    expect((await callAs(bob).tokens.balance.get()).balances.LIVE).toBe("0");
  });

  it("is the same in every app", async () => {
    const here = await callAs(ada, "ascenders").tokens.balance.get();
    expect(await callAs(ada, "hub").tokens.balance.get()).toEqual(here);
  });

  it("has a series that ends with today's balance", async () => {
    const series = await callAs(ada).tokens.balance.list({ days: 7 });
    expect(series).toHaveLength(7);
    expect(series.at(-1)?.balances.LIVE).toBe("101");
    expect(series[0]?.balances.LIVE).toBe("0");
  });

  it("takes two statements", async () => {
    const { statements } = await countStatements(() => callAs(ada).tokens.balance.get());
    expect(statements).toHaveLength(2);
  });
});

describe("the history", () => {
  it("pages through every movement once, and its sum is the balance", async () => {
    const member = await makePerson();
    await award(member, "post");
    for (let n = 0; n < 3; n += 1) {
      await award(member, "comment");
    }
    const changes: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { change: string }[]; nextCursor: string | null } = await callAs(
        member,
      ).tokens.entry.list({ limit: 2, cursor });
      changes.push(...page.items.map((item) => item.change));
      cursor = page.nextCursor;
    } while (cursor);
    expect(changes).toEqual(["20", "20", "20", "1", "100"]);
    const { balances } = await callAs(member).tokens.balance.get();
    expect(sum(changes)).toBe(balances.LIVE);
  });

  it("shows one token when asked, and each movement with its name", async () => {
    expect((await callAs(ada).tokens.entry.list({ token: "LUCK" })).items).toEqual([]);
    const { items } = await callAs(ada).tokens.entry.list({ token: "LIVE" });
    expect(items.map((item) => item.title)).toEqual(["Streak bonus", "Post"]);
  });

  it("takes one statement", async () => {
    const { statements } = await countStatements(() => callAs(ada).tokens.entry.list({}));
    expect(statements).toHaveLength(1);
  });

  it("refuses a made-up place", async () => {
    expect(await refusal(callAs(ada).tokens.entry.list({ cursor: "bogus" }))).toBe(
      "BAD_REQUEST bad_cursor",
    );
  });
});

describe("one entry", () => {
  it("shows the steps of its formula and the movements of its award", async () => {
    const member = await makePerson();
    const key = `post:${randomUUID()}`;
    await award(member, "post", key);
    await asMember(member, (db) => inTransaction(db, (tx) => reverseAward(tx, key)));
    const { items } = await callAs(member).tokens.entry.list({});
    const { entry, award: found } = await callAs(member).tokens.entry.get({
      id: items.at(-1)?.id ?? "",
    });
    expect(entry).toMatchObject({ title: "Post", change: "100", tokenType: "LIVE" });
    expect(found).toMatchObject({ label: "Post", total: "101", status: "reversed" });
    expect(found?.formula.steps.map((step) => step.name)).toEqual([
      "base",
      "diminishing",
      "collaboration",
      "streak",
      "standing",
      "tier",
      "limit",
    ]);
    expect(found?.movements.map(({ title, change }) => [title, change])).toEqual([
      ["Post", "100"],
      ["Streak bonus", "1"],
      ["Taken back: Post", "-100"],
      ["Taken back: Post", "-1"],
    ]);
  });

  it("refuses the stranger as if it were not there", async () => {
    const { items } = await callAs(ada).tokens.entry.list({});
    const id = items[0]?.id ?? "";
    expect(await refusal(callAs(bob).tokens.entry.get({ id }))).toBe("NOT_FOUND entry_not_found");
    expect(await refusal(callAs(null).tokens.entry.get({ id }))).toBe(
      "UNAUTHORIZED sign_in_required",
    );
  });
});

describe("the rules", () => {
  it("are those of the app that is asked", async () => {
    const here = await callAs(ada, "immortals").tokens.settings.get();
    expect(here).toMatchObject({
      site: "immortals",
      defaultToken: "LIFE",
      figures: { baseReward: "130", collabBonus: "50", streakBonus: "80" },
      limits: { default: 3, pairs: { "LUCK:post": 5, "LOVE:message": 10 } },
    });
    expect(here.actions.find((action) => action.actionType === "comment")?.weight).toBe("0.2");
  });
});

describe("any input", () => {
  it("never ends in a fault of the server", async () => {
    const odd = fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.constant({}), fc.nat());
    const cursor = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.string(), fc.string())
        .map((pair) => Buffer.from(JSON.stringify(pair)).toString("base64url")),
    );
    await fc.assert(
      fc.asyncProperty(odd, cursor, async (value, place) => {
        const api = callAs(ada);
        const calls = [
          () => api.tokens.entry.list({ cursor: place }),
          () => api.tokens.entry.get({ id: String(value) }),
          () => api.tokens.entry.list({ limit: Number(value) }),
        ];
        for (const call of calls) {
          const answer = await call().then(
            () => "fine",
            (error: { code?: string }) => error.code,
          );
          expect(answer).not.toBe("INTERNAL_SERVER_ERROR");
        }
      }),
      { numRuns: 40 },
    );
  });
});
