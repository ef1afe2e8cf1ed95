import { randomUUID } from "node:crypto";
import type { Claims, Db } from "@neothink/db/core/identity";
import { asMember, inTransaction } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { systemAccount } from "@neothink/db/tokens/accounts";
import { afterAll, describe, expect, it } from "vitest";
import { awardAction } from "./award.ts";
import { restoreAward, reverseAward } from "./reversal.ts";

afterAll(closePool);

async function within<T>(claims: Claims, work: (db: Db) => Promise<T>): Promise<T> {
  return asMember(claims, (db) => inTransaction(db, work));
}

async function rewarded(): Promise<{ ada: Claims; key: string }> {
  const ada = await makePerson();
  const key = `post:${randomUUID()}`;
  await within(ada, (db) =>
    awardAction(db, { memberId: ada.sub, platform: "ascenders", action: "post", key }),
  );
  return { ada, key };
}

async function balanceOf(claims: Claims): Promise<string> {
  const [row] = await adminQuery<{ balance: string }>(
    "select trim_scale(balance)::text as balance from token_balances where account_id = $1 and token_type = 'LIVE'",
    [claims.sub],
  );
  return row?.balance ?? "0";
}

async function spend(claims: Claims, amount: string): Promise<void> {
  await adminQuery(
    `insert into gamification_events (user_id, persona, site, event_type, token_type, amount,
       debit_account, credit_account, idempotency_key)
     values ($1::uuid, 'hub', 'ascenders', 'spend', 'LIVE', $2, $1::uuid, $3, $4)`,
    [claims.sub, amount, systemAccount.sink, randomUUID()],
  );
}

describe("taking an award back", () => {
  it("counters every entry, and giving it back counters the counter-entries", async () => {
    const { ada, key } = await rewarded();
    const taken = await within(ada, (db) => reverseAward(db, key));
    expect(taken).toMatchObject({ token: "LIVE", total: "101", missing: "0" });
    expect(await balanceOf(ada)).toBe("0");
    const given = await within(ada, (db) => restoreAward(db, key));
    expect(given).toMatchObject({ total: "101" });
    expect(await balanceOf(ada)).toBe("101");
    const entries = await adminQuery<{ event_type: string }>(
      "select event_type from gamification_events where user_id = $1 order by id",
      [ada.sub],
    );
    expect(entries.map((entry) => entry.event_type)).toEqual([
      "reward",
      "streak_bonus",
      "reversal",
      "reversal",
      "restoration",
      "restoration",
    ]);
  });

  it("happens once, however often and however parallel it is asked for", async () => {
    const { ada, key } = await rewarded();
    const results = await Promise.all(
      Array.from({ length: 30 }, () => within(ada, (db) => reverseAward(db, key))),
    );
    expect(results.filter((result) => result !== null)).toHaveLength(1);
    expect(await balanceOf(ada)).toBe("0");
    const back = await Promise.all(
      Array.from({ length: 30 }, () => within(ada, (db) => restoreAward(db, key))),
    );
    expect(back.filter((result) => result !== null)).toHaveLength(1);
    expect(await balanceOf(ada)).toBe("101");
  });

  it("can be repeated after a restoration without minting anything", async () => {
    const { ada, key } = await rewarded();
    for (let round = 0; round < 3; round += 1) {
      await within(ada, (db) => reverseAward(db, key));
      expect(await balanceOf(ada)).toBe("0");
      await within(ada, (db) => restoreAward(db, key));
      expect(await balanceOf(ada)).toBe("101");
    }
  });

  it("never pushes a balance below zero: what was spent stays spent", async () => {
    const { ada, key } = await rewarded();
    await spend(ada, "60");
    const taken = await within(ada, (db) => reverseAward(db, key));
    expect(taken).toMatchObject({ total: "41", missing: "60" });
    expect(await balanceOf(ada)).toBe("0");
    const given = await within(ada, (db) => restoreAward(db, key));
    expect(given).toMatchObject({ total: "41" });
    expect(await balanceOf(ada)).toBe("41");
  });

  it("takes the points with it and gives them back", async () => {
    const { ada, key } = await rewarded();
    const points = async () =>
      (
        await adminQuery<{ points: number }>(
          "select points from participation where user_id = $1",
          [ada.sub],
        )
      )[0]?.points;
    expect(await points()).toBe(1);
    await within(ada, (db) => reverseAward(db, key));
    expect(await points()).toBe(0);
    await within(ada, (db) => restoreAward(db, key));
    expect(await points()).toBe(1);
  });

  it("does nothing for what was never rewarded", async () => {
    const ada = await makePerson();
    expect(await within(ada, (db) => reverseAward(db, `post:${randomUUID()}`))).toBeNull();
    expect(await within(ada, (db) => restoreAward(db, `post:${randomUUID()}`))).toBeNull();
  });
});
