import { randomUUID } from "node:crypto";
import { platforms } from "@neothink/brand/platforms";
import type { Claims } from "@neothink/db/core/identity";
import { asMember, inTransaction } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, describe, expect, it } from "vitest";
import { type Award, type AwardRequest, awardAction } from "./award.ts";
import { Formula } from "./reward.schema.ts";
import { computeReward } from "./reward.ts";

afterAll(closePool);

type Change = Partial<Omit<AwardRequest, "memberId">>;

function act(claims: Claims, change: Change = {}): Promise<Award | null> {
  const request: AwardRequest = {
    memberId: claims.sub,
    platform: "ascenders",
    action: "post",
    key: `post:${randomUUID()}`,
    ...change,
  };
  return asMember(claims, (db) => inTransaction(db, (tx) => awardAction(tx, request)));
}

async function balanceOf(claims: Claims, token = "LIVE"): Promise<string> {
  const [row] = await adminQuery<{ balance: string }>(
    "select trim_scale(balance)::text as balance from token_balances where account_id = $1 and token_type = $2",
    [claims.sub, token],
  );
  return row?.balance ?? "0";
}

async function count(table: string, claims: Claims): Promise<number> {
  const [row] = await adminQuery<{ n: number }>(
    `select count(*)::int as n from ${table} where user_id = $1`,
    [claims.sub],
  );
  return row?.n ?? 0;
}

describe("an award", () => {
  it("pays a post with the figures of its platform and the first day of a streak", async () => {
    const ada = await makePerson({ platforms: ["ascenders"] });
    const award = await act(ada);
    expect(award).toMatchObject({
      fresh: true,
      token: "LIVE",
      total: "101",
      parts: { base: "100", collaboration: "0", streak: "1" },
      label: "Post",
      streakDays: 1,
    });
    expect(await balanceOf(ada)).toBe("101");
    const entries = await adminQuery(
      `select event_type, amount::float as amount, site, persona, idempotency_key like '%:streak' as streak
       from gamification_events where user_id = $1 order by id`,
      [ada.sub],
    );
    expect(entries).toEqual([
      { event_type: "reward", amount: 100, site: "ascenders", persona: "ascender", streak: false },
      {
        event_type: "streak_bonus",
        amount: 1,
        site: "ascenders",
        persona: "ascender",
        streak: true,
      },
    ]);
  });

  it.each(Object.values(platforms).map((platform) => [platform.slug, platform.token] as const))(
    "on %s pays %s unless another token was chosen",
    async (slug, token) => {
      const ada = await makePerson();
      expect((await act(ada, { platform: slug }))?.token).toBe(token);
      expect((await act(ada, { platform: slug, token: "LOVE" }))?.token).toBe("LOVE");
    },
  );

  it("follows the member's tier", async () => {
    const premium = await makePerson({ tier: "premium" });
    const superachiever = await makePerson({ tier: "superachiever" });
    expect((await act(premium))?.total).toBe("202");
    expect((await act(superachiever))?.total).toBe("303");
  });

  it("pays the streak once a day and records why", async () => {
    const ada = await makePerson();
    const day = (n: number) => new Date(Date.UTC(2026, 9, n, 12));
    for (const n of [1, 2, 3]) {
      await act(ada, { at: day(n) });
    }
    const fourth = await act(ada, { at: day(4) });
    const again = await act(ada, { at: day(4) });
    expect([fourth?.parts.streak, again?.parts.streak]).toEqual(["3", "0"]);
    const reasons = await adminQuery(
      `select r.streak, r.tokens_awarded::float as paid, e.amount::float as entered, e.event_type
       from fibonacci_token_rewards r join gamification_events e on e.id = r.ledger_entry_id
       where r.user_id = $1 order by r.streak`,
      [ada.sub],
    );
    expect(reasons).toEqual(
      [1, 1, 2, 3].map((paid, index) => ({
        streak: index + 1,
        paid,
        entered: paid,
        event_type: "streak_bonus",
      })),
    );
  });

  it("counts days by the member's clock", async () => {
    const ada = await makePerson();
    await adminQuery("update users set timezone = 'America/New_York' where id = $1", [ada.sub]);
    // Late evening and next morning in New York, the same date in UTC.
    await act(ada, { at: new Date("2026-10-02T03:00:00Z") });
    const next = await act(ada, { at: new Date("2026-10-02T13:00:00Z") });
    expect(next?.streakDays).toBe(2);
  });

  it("adds and records the bonus for acting together", async () => {
    const ada = await makePerson();
    const award = await act(ada, { together: {} });
    expect(award?.parts.collaboration).toBe("40");
    const [bonus] = await adminQuery(
      `select b.bonus_amount::float as bonus, e.event_type from collaboration_bonuses b
       join gamification_events e on e.id = b.ledger_entry_id where b.user_id = $1`,
      [ada.sub],
    );
    expect(bonus).toEqual({ bonus: 40, event_type: "collaboration" });
  });

  it("halves the base above the threshold", async () => {
    const ada = await makePerson();
    await act(ada, { action: "course" });
    await act(ada, { action: "course" });
    const third = await act(ada, { action: "course" });
    expect(await balanceOf(ada)).toBe("1251");
    expect(third?.parts.base).toBe("250");
    expect((await act(ada, { action: "lesson" }))?.parts.base).toBe("50");
  });

  it("stops at the daily limit, says so, and pays again the next day", async () => {
    const ada = await makePerson();
    const at = (n: number) => new Date(Date.UTC(2026, 9, n, 12));
    const totals = [];
    for (let n = 0; n < 4; n += 1) {
      totals.push((await act(ada, { action: "comment", at: at(1) }))?.total);
    }
    expect(totals).toEqual(["21", "20", "20", "0"]);
    expect((await act(ada, { action: "comment", at: at(2) }))?.total).toBe("21");
    const lucky = [];
    for (let n = 0; n < 6; n += 1) {
      lucky.push((await act(ada, { token: "LUCK", at: at(3) }))?.total);
    }
    expect(lucky.filter((total) => total !== "0")).toHaveLength(5);
    expect(lucky.at(-1)).toBe("0");
  });

  it("keeps a formula that gives the same reward when computed again", async () => {
    const ada = await makePerson({ tier: "premium" });
    const award = await act(ada, { together: {} });
    const [row] = await adminQuery<{ formula: unknown; amount: string }>(
      "select formula, trim_scale(amount)::text as amount from user_actions where id = $1",
      [award?.actionId],
    );
    const formula = Formula.parse(row?.formula);
    expect(computeReward(formula.input).total).toBe(row?.amount);
    expect(formula.steps).toEqual(award?.steps);
  });

  it("gives nothing for an action that the platform does not reward", async () => {
    const ada = await makePerson();
    expect(await act(ada, { action: "unheard_of" })).toBeNull();
    expect(await count("gamification_events", ada)).toBe(0);
  });

  it("belongs to the transaction of its caller", async () => {
    const ada = await makePerson();
    const request = {
      memberId: ada.sub,
      platform: "hub",
      action: "post",
      key: randomUUID(),
    } as const;
    const work = asMember(ada, (db) =>
      inTransaction(db, async (tx) => {
        await awardAction(tx, request);
        throw new Error("changed my mind");
      }),
    );
    await expect(work).rejects.toThrow("changed my mind");
    expect(await balanceOf(ada, "LUCK")).toBe("0");
    expect(await count("user_actions", ada)).toBe(0);
  });

  it("refuses the key of somebody else's award", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const key = `post:${randomUUID()}`;
    await act(ada, { key });
    await expect(act(bob, { key })).rejects.toThrow("somebody else");
    expect(await balanceOf(bob)).toBe("0");
  });
});

describe("one action told a hundred times at once", () => {
  it("is paid once", async () => {
    const ada = await makePerson();
    const key = `post:${randomUUID()}`;
    const awards = await Promise.all(Array.from({ length: 100 }, () => act(ada, { key })));
    expect(awards.filter((award) => award?.fresh)).toHaveLength(1);
    expect(new Set(awards.map((award) => award?.actionId)).size).toBe(1);
    expect(new Set(awards.map((award) => award?.total))).toEqual(new Set(["101"]));
    expect(await balanceOf(ada)).toBe("101");
    expect(await count("user_actions", ada)).toBe(1);
    expect(await count("gamification_events", ada)).toBe(2);
    expect(await count("fibonacci_token_rewards", ada)).toBe(1);
    expect(await count("participation", ada)).toBe(1);
  });
});

describe("many different actions at once", () => {
  it("pay one streak bonus and no more than the daily limit", async () => {
    const ada = await makePerson();
    const awards = await Promise.all(Array.from({ length: 20 }, () => act(ada)));
    const paid = awards.filter((award) => award?.total !== "0");
    expect(paid).toHaveLength(3);
    expect(await count("fibonacci_token_rewards", ada)).toBe(1);
    expect(await balanceOf(ada)).toBe("301");
    expect(await count("user_actions", ada)).toBe(20);
  });
});
