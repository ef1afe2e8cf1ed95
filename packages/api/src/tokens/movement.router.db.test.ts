import { randomUUID } from "node:crypto";
import { tokenTypes } from "@neothink/brand/tokens";
import type { Claims } from "@neothink/db/core/identity";
import { asMember, asOperator, inTransaction } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { systemAccount } from "@neothink/db/tokens/accounts";
import { listBalanceDifferences } from "@neothink/db/tokens/balances";
import { insertEntries } from "@neothink/db/tokens/entries";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import { inLine } from "./movement.ts";
import { commitmentOf, winningTicket } from "./raffle-draw.ts";
import { drawNext } from "./raffles.job.ts";
import { lockStake, releaseStake, slashStake } from "./stake.ts";

afterAll(closePool);

/** Gives a member tokens to move. */
async function fund(claims: Claims, token: string, amount: string): Promise<void> {
  await asMember(claims, (db) =>
    inLine(db, [claims.sub], (system) =>
      insertEntries(system, [
        {
          userId: claims.sub,
          persona: "hub",
          site: "hub",
          eventType: "grant",
          tokenType: token,
          amount,
          debitAccount: systemAccount.issuance,
          creditAccount: claims.sub,
          idempotencyKey: randomUUID(),
        },
      ]),
    ),
  );
}

async function held(claims: Claims, token: "LUCK" | "LIVE" | "LOVE" | "LIFE"): Promise<string> {
  return (await callAs(claims).tokens.balance.get()).balances[token];
}

async function outcomes(calls: readonly Promise<unknown>[]) {
  const settled = await Promise.allSettled(calls);
  return {
    done: settled.filter((each) => each.status === "fulfilled").length,
    reasons: [
      ...new Set(
        settled.flatMap((each) => (each.status === "rejected" ? [String(each.reason)] : [])),
      ),
    ],
  };
}

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

async function ledgerIsWhole(): Promise<void> {
  expect(
    await asOperator({ actorId: null, reason: "ledger:check" }, listBalanceDifferences),
  ).toEqual([]);
}

describe("200 spends at once", () => {
  it("take what is there and not one unit more, whatever they are", async () => {
    const ada = await makePerson();
    const bob = await makePerson();
    await fund(ada, "LIVE", "100");
    const [offer] = (await callAs(ada).tokens.sink.list()).offers.filter(
      ({ kind }) => kind === "donation",
    );
    await adminQuery("update site_settings set tip_daily_count = 1000 where site = 'ascenders'");
    const calls = times(200).map((index) =>
      index % 2 === 0
        ? callAs(ada).tokens.sink.create({ id: randomUUID(), offerId: offer?.id ?? "" })
        : callAs(ada).tokens.tip.send({
            id: randomUUID(),
            recipientId: bob.sub,
            token: "LIVE",
            amount: "10",
          }),
    );
    const { done, reasons } = await outcomes(calls);
    await adminQuery("update site_settings set tip_daily_count = 20 where site = 'ascenders'");
    expect(done).toBe(10);
    expect(reasons).toEqual(["TRPCError: This takes 10 LIVE, and you hold 0."]);
    expect(await held(ada, "LIVE")).toBe("0");
    await ledgerIsWhole();
  });

  it("in both directions between two members end without a fault", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    await fund(ada, "LUCK", "50");
    await fund(bob, "LUCK", "50");
    const { reasons } = await outcomes(
      times(30).map((index) =>
        callAs(index % 2 ? ada : bob).tokens.tip.send({
          id: randomUUID(),
          recipientId: index % 2 ? bob.sub : ada.sub,
          token: "LUCK",
          amount: "1",
        }),
      ),
    );
    expect(reasons).toEqual([]);
    expect([await held(ada, "LUCK"), await held(bob, "LUCK")]).toEqual(["50", "50"]);
  });
});

describe("a conversion", () => {
  it("moves both tokens through the exchange, once for each id", async () => {
    const ada = await makePerson();
    await fund(ada, "LIFE", "10");
    const asked = { id: randomUUID(), from: "LIFE", to: "LUCK", amount: "3.333333" } as const;
    const preview = await callAs(ada).tokens.conversion.get(asked);
    expect(preview).toEqual({
      from: "LIFE",
      to: "LUCK",
      given: "3.333333",
      rate: "1.1",
      received: "3.666666",
      lost: "0.0000003",
    });
    const calls = times(20).map(() => callAs(ada).tokens.conversion.create(asked));
    expect((await outcomes(calls)).done).toBe(20);
    expect([await held(ada, "LIFE"), await held(ada, "LUCK")]).toEqual(["6.666667", "3.666666"]);
    const rows = await adminQuery(
      `select c.amount::float, c.received::float, g.debit_account = c.user_id as took, r.credit_account = c.user_id as gave
       from token_conversions c join gamification_events g on g.id = c.debit_entry_id
       join gamification_events r on r.id = c.credit_entry_id where c.user_id = $1`,
      [ada.sub],
    );
    expect(rows).toEqual([{ amount: 3.333333, received: 3.666666, took: true, gave: true }]);
    expect(await refusal(callAs(ada).tokens.conversion.create({ ...asked, amount: "1" }))).toBe(
      "CONFLICT id_taken",
    );
    await ledgerIsWhole();
  });

  it("is refused without a rate, without tokens, and for nothing", async () => {
    const ada = await makePerson();
    const ask = (change: object) =>
      refusal(
        callAs(ada).tokens.conversion.create({
          id: randomUUID(),
          from: "LUCK",
          to: "LIFE",
          amount: "1",
          ...change,
        }),
      );
    expect(await ask({ from: "LIVE" })).toBe("PRECONDITION_FAILED no_rate");
    expect(await ask({})).toBe("PRECONDITION_FAILED not_enough_tokens");
    expect(await ask({ amount: "0.000001" })).toBe("BAD_REQUEST too_little");
    expect(await ask({ amount: "-5" })).toBe("BAD_REQUEST invalid_input");
    expect(await refusal(callAs(null).tokens.conversion.list())).toBe(
      "UNAUTHORIZED sign_in_required",
    );
  });
});

describe("a gift", () => {
  it("arrives once, with its words, and the other is told", async () => {
    const [ada, bob] = [await makePerson({ name: "Ada" }), await makePerson({ name: "Bob" })];
    await fund(ada, "LOVE", "20");
    const asked = {
      id: randomUUID(),
      recipientId: bob.sub,
      token: "LOVE",
      amount: "5.00",
      note: "For your answer",
    } as const;
    const tip = await callAs(ada).tokens.tip.send(asked);
    expect(tip).toMatchObject({ recipientName: "Bob", amount: "5", token: "LOVE" });
    expect(await callAs(ada).tokens.tip.send(asked)).toEqual(tip);
    expect([await held(ada, "LOVE"), await held(bob, "LOVE")]).toEqual(["15", "5"]);
    const news = await adminQuery(
      "select title, body from notifications where user_id = $1 and kind = 'tip'",
      [bob.sub],
    );
    expect(news).toEqual([{ title: "Ada sent you 5 LOVE", body: "For your answer" }]);
    expect(
      (await callAs(bob).tokens.entry.list({ token: "LOVE" })).items.map((item) => item.title),
    ).toEqual(["Tip received"]);
  });

  it("is refused to oneself, to nobody, across a block, past the limits and for a post of others", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    await fund(ada, "LIVE", "5000");
    const give = (change: object) =>
      refusal(
        callAs(ada).tokens.tip.send({
          id: randomUUID(),
          recipientId: bob.sub,
          token: "LIVE",
          amount: "1",
          ...change,
        }),
      );
    expect(await give({ recipientId: ada.sub })).toBe("BAD_REQUEST tip_to_self");
    expect(await give({ recipientId: randomUUID() })).toBe("NOT_FOUND member_not_found");
    expect(await give({ postId: randomUUID() })).toBe("NOT_FOUND post_not_found");
    expect(await give({ amount: "1000.000001" })).toBe("TOO_MANY_REQUESTS tip_limit");
    await adminQuery(
      "insert into member_blocks (user_id, blocked_user_id, kind) values ($1, $2, 'block')",
      [bob.sub, ada.sub],
    );
    expect(await give({})).toBe("FORBIDDEN blocked");
  });
});

describe("an offer", () => {
  it("of a freeze day gives one, three at most, and paying stops there", async () => {
    const ada = await makePerson();
    await fund(ada, "LIVE", "1000");
    const freeze = (await callAs(ada).tokens.sink.list()).offers.find(
      ({ name }) => name === "Streak freeze",
    );
    const buy = () =>
      callAs(ada).tokens.sink.create({ id: randomUUID(), offerId: freeze?.id ?? "" });
    for (const _ of times(3)) {
      await buy();
    }
    expect(await refusal(buy())).toBe("TOO_MANY_REQUESTS freezes_full");
    expect(await held(ada, "LIVE")).toBe("850");
    expect((await callAs(ada).tokens.streak.get()).freezes.bought).toBe(3);
    expect((await callAs(ada).tokens.sink.list()).freezes).toEqual({ held: 3, most: 3 });
  });

  it("that is a gift fills the treasury and shows its total", async () => {
    const ada = await makePerson();
    await fund(ada, "LIFE", "100");
    const api = callAs(ada, "immortals");
    const find = async () =>
      (await api.tokens.sink.list()).offers.find(({ kind }) => kind === "donation");
    const before = await find();
    const id = randomUUID();
    await api.tokens.sink.create({ id, offerId: before?.id ?? "", amount: "40.5" });
    await api.tokens.sink.create({ id, offerId: before?.id ?? "", amount: "40.5" });
    const after = await find();
    expect(Number(after?.total) - Number(before?.total)).toBe(40.5);
    expect(after?.mine).toBe("40.5");
    expect(
      await refusal(
        api.tokens.sink.create({ id: randomUUID(), offerId: before?.id ?? "", amount: "1" }),
      ),
    ).toBe("BAD_REQUEST gift_too_small");
    expect(
      await refusal(
        callAs(ada, "hub").tokens.sink.create({ id: randomUUID(), offerId: before?.id ?? "" }),
      ),
    ).toBe("NOT_FOUND offer_not_found");
  });

  it("of a limited stock is sold as often as there is stock", async () => {
    const [sink] = await adminQuery<{ id: string }>(
      `insert into token_sinks (site, sink_type, token_type, name, price, stock)
       values ('hub', 'donation', 'LOVE', $1, 1, 3) returning id::text`,
      [`Stock ${randomUUID()}`],
    );
    const people = await Promise.all(times(6).map(() => makePerson()));
    await Promise.all(people.map((person) => fund(person, "LOVE", "10")));
    const { done } = await outcomes(
      people.map((person) =>
        callAs(person, "hub").tokens.sink.create({ id: randomUUID(), offerId: sink?.id ?? "" }),
      ),
    );
    expect(done).toBe(3);
    await adminQuery("update token_sinks set is_active = false where id = $1", [sink?.id]);
  });

  it("of a raffle numbers its tickets, and the draw can be repeated by anyone", async () => {
    const people = await Promise.all(times(4).map(() => makePerson()));
    await Promise.all(people.map((person) => fund(person, "LUCK", "25")));
    const raffle = (await callAs(people[0] ?? null, "hub").tokens.sink.list()).offers.find(
      ({ kind }) => kind === "raffle",
    );
    const tickets = await Promise.all(
      people.map((person) =>
        callAs(person, "hub").tokens.sink.create({ id: randomUUID(), offerId: raffle?.id ?? "" }),
      ),
    );
    expect(tickets.map((ticket) => ticket.ticketNumber).toSorted()).toEqual([1, 2, 3, 4]);
    const later = new Date(Date.now() + 8 * 86_400_000);
    const draw = () =>
      asOperator({ actorId: null, reason: "raffles:draw" }, (db) => drawNext(db, later));
    expect([await draw(), await draw()]).toEqual([true, false]);
    const api = callAs(people[0] ?? null, "hub");
    const [drawn] = (await api.tokens.sink.list()).raffles;
    expect(drawn?.prize).toBe("50");
    expect(commitmentOf(drawn?.secret ?? "")).toBe(drawn?.commitment);
    expect(winningTicket(drawn?.secret ?? "", drawn?.id ?? "", 4)).toBe(drawn?.winningTicket);
    const winner = tickets.findIndex((ticket) => ticket.ticketNumber === drawn?.winningTicket);
    expect(await held(people[winner] ?? people[0] ?? (await makePerson()), "LUCK")).toBe("50");
    await ledgerIsWhole();
  });
});

describe("a stake", () => {
  it("is set aside once and comes back whole", async () => {
    const ada = await makePerson();
    await fund(ada, "LUCK", "30");
    const id = randomUUID();
    const lock = () =>
      asMember(ada, (db) =>
        inTransaction(db, (tx) =>
          lockStake(tx, {
            id,
            memberId: ada.sub,
            platform: "hub",
            token: "LUCK",
            amount: "20",
            purpose: "proposal",
          }),
        ),
      );
    await Promise.all(times(5).map(lock));
    expect(await held(ada, "LUCK")).toBe("10");
    await Promise.all(times(5).map(() => asMember(ada, (db) => releaseStake(db, id))));
    expect(await held(ada, "LUCK")).toBe("30");
    await ledgerIsWhole();
  });

  it("is lost in part or not at all, never twice", async () => {
    const ada = await makePerson();
    await fund(ada, "LUCK", "10");
    const id = randomUUID();
    const stake = {
      id,
      memberId: ada.sub,
      platform: "hub",
      token: "LUCK",
      amount: "10",
      purpose: "proposal",
    } as const;
    await asMember(ada, (db) => lockStake(db, stake));
    await expect(
      asMember(ada, (db) => lockStake(db, { ...stake, id: randomUUID(), amount: "1" })),
    ).rejects.toThrow("you hold 0");
    await expect(asMember(ada, (db) => slashStake(db, id, "11"))).rejects.toThrow("More cannot");
    await asMember(ada, (db) => slashStake(db, id, "2.5"));
    await asMember(ada, (db) => slashStake(db, id, "all"));
    await asMember(ada, (db) => releaseStake(db, id));
    expect(await held(ada, "LUCK")).toBe("7.5");
    await ledgerIsWhole();
  });
});

describe("a pause", () => {
  it("rests the streak, ends when asked, and does not come again soon", async () => {
    const ada = await makePerson();
    const api = callAs(ada);
    expect(await refusal(api.tokens.streak.pause({ days: 7 }))).toBe(
      "PRECONDITION_FAILED no_streak",
    );
    await adminQuery(
      `insert into member_streaks (user_id, current_streak, longest_streak, last_active_date)
       values ($1, 4, 4, current_date - 1)`,
      [ada.sub],
    );
    const paused = await api.tokens.streak.pause({ days: 7 });
    expect(paused).toMatchObject({ days: 4, pause: { from: paused.today } });
    expect((await api.tokens.streak.resume()).pause).toBeNull();
    await adminQuery(
      "update member_streaks set paused_from = current_date - 20 where user_id = $1",
      [ada.sub],
    );
    expect(await refusal(api.tokens.streak.pause({ days: 7 }))).toBe(
      "TOO_MANY_REQUESTS paused_lately",
    );
  });
});

describe("any input", () => {
  it("never ends in a fault of the server", async () => {
    const ada = await makePerson();
    const text = fc.oneof(fc.string(), fc.uuid(), fc.constantFrom("1", "0.5", "9e9", "0", "-1"));
    const token = fc.constantFrom(...tokenTypes);
    await fc.assert(
      fc.asyncProperty(text, text, token, token, text, async (id, other, from, to, value) => {
        const api = callAs(ada);
        const calls = [
          () => api.tokens.conversion.get({ from, to, amount: value }),
          () => api.tokens.conversion.create({ id, from, to, amount: value }),
          () =>
            api.tokens.tip.send({ id, recipientId: other, token: to, amount: value, note: value }),
          () => api.tokens.sink.create({ id, offerId: other, amount: value }),
          () => api.tokens.streak.pause({ days: Number(value) }),
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
