import { randomUUID } from "node:crypto";
import { type PlatformSlug, platforms } from "@neothink/brand/platforms";
import { tokenTypes } from "@neothink/brand/tokens";
import type { Claims } from "@neothink/db/core/identity";
import { asMember, asOperator, inTransaction } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { countStatements } from "@neothink/db/core/statements";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { systemAccount } from "@neothink/db/tokens/accounts";
import { listBalanceDifferences } from "@neothink/db/tokens/balances";
import { insertEntries } from "@neothink/db/tokens/entries";
import { countScoreDifferences } from "@neothink/db/tokens/leaderboard";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import { sum } from "./amount.ts";
import { awardAction } from "./award.ts";
import { finishChallenge } from "./challenge.ts";
import { grantEarned } from "./earning.ts";
import { reverseAward } from "./reversal.ts";
import { holdRing } from "./rings.job.ts";

afterAll(closePool);

interface Act {
  readonly action?: string;
  readonly platform?: PlatformSlug;
  readonly at?: Date;
  readonly key?: string;
}

function act(claims: Claims, { action = "post", platform = "immortals", at, key }: Act = {}) {
  return asMember(claims, (db) =>
    inTransaction(db, (tx) =>
      awardAction(tx, {
        memberId: claims.sub,
        platform,
        action,
        key: key ?? `${action}:${randomUUID()}`,
        at,
      }),
    ),
  );
}

const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

async function asService<T>(work: Parameters<typeof asOperator<T>>[1]): Promise<T> {
  return asOperator({ actorId: null, reason: "test:act" }, work);
}

async function fillTreasury(token: string, amount: string): Promise<void> {
  const donor = await makePerson();
  await asService((db) =>
    insertEntries(db, [
      {
        userId: donor.sub,
        persona: "hub",
        site: "hub",
        eventType: "grant",
        tokenType: token,
        amount,
        debitAccount: systemAccount.issuance,
        creditAccount: systemAccount.treasury,
        idempotencyKey: randomUUID(),
      },
    ]),
  );
}

describe("a leaderboard", () => {
  it("adds up what was earned in the period, and follows reversals", async () => {
    const [ada, bob] = [await makePerson({ name: "Ada" }), await makePerson({ name: "Bob" })];
    const key = `post:${randomUUID()}`;
    await act(ada, { key });
    await act(ada, { action: "comment" });
    await act(bob, { at: daysAgo(40) });
    const own = async (claims: Claims, period: "day" | "all") =>
      (await callAs(claims, "immortals").tokens.leaderboard.list({ period })).find(
        (row) => row.own,
      );
    expect(await own(ada, "day")).toMatchObject({ name: "Ada", amount: "157" });
    expect(await own(bob, "day")).toBeUndefined();
    expect(await own(bob, "all")).toMatchObject({ amount: "131" });
    await asMember(ada, (db) => inTransaction(db, (tx) => reverseAward(tx, key)));
    expect(await own(ada, "day")).toMatchObject({ amount: "26" });
    const narrowed = await callAs(ada, "immortals").tokens.leaderboard.list({
      period: "day",
      site: "hub",
      category: "learning",
    });
    expect(narrowed.filter((row) => row.own)).toEqual([]);
    expect(await asService(countScoreDifferences)).toBe(0);
  });

  it("shows nobody who does not want it, but everyone to themselves", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    await act(ada, { action: "course" });
    await callAs(ada).tokens.leaderboard.update({ shown: false });
    const seenBy = async (claims: Claims) =>
      (await callAs(claims, "immortals").tokens.leaderboard.list({ period: "week" })).some(
        (row) => row.userId === ada.sub,
      );
    expect([await seenBy(ada), await seenBy(bob)]).toEqual([true, false]);
    await callAs(ada).tokens.leaderboard.update({ shown: true });
    expect(await seenBy(bob)).toBe(true);
  });

  it("is narrowed to a team, and takes one statement", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    await act(ada, { action: "course" });
    await act(bob, { action: "course" });
    const [team] = await adminQuery<{ id: string }>(
      "insert into teams (name, created_by) values ($1, $2) returning id",
      [`Team ${randomUUID()}`, ada.sub],
    );
    await adminQuery(
      "insert into team_members (team_id, user_id) values ($1, $2) on conflict do nothing",
      [team?.id, ada.sub],
    );
    const api = callAs(ada, "immortals");
    expect((await api.tokens.leaderboard.get()).teams.map(({ id }) => id)).toEqual([team?.id]);
    const { result, statements } = await countStatements(() =>
      api.tokens.leaderboard.list({ teamId: team?.id ?? null }),
    );
    expect(result.map((row) => [row.place, row.userId])).toEqual([[1, ada.sub]]);
    expect(statements).toHaveLength(1);
  });
});

describe("badges and achievements", () => {
  it("are given on the action that fulfils the rule, once, and the member is told", async () => {
    const ada = await makePerson();
    await Promise.all(times(6).map(() => act(ada)));
    const list = await callAs(ada, "immortals").tokens.badge.list();
    const first = list.find((each) => each.title === "First Words");
    expect(first?.earnedId).not.toBeNull();
    expect(list.find((each) => each.title === "Conversationalist")?.progress).toEqual({
      done: 0,
      needed: 50,
      earned: false,
    });
    const history = await adminQuery(
      `select e.event_type from badge_events e join badges b on b.id = e.badge_id
       where e.user_id = $1 and b.name = 'First Words'`,
      [ada.sub],
    );
    expect(history).toEqual([{ event_type: "earned" }]);
    const news = await adminQuery(
      "select title from notifications where user_id = $1 and kind = 'badge'",
      [ada.sub],
    );
    expect(news).toEqual([{ title: "You earned First Words" }]);
  });

  it("are given afterwards for what was done before the rule was there", async () => {
    const operator = await makePerson({ role: "admin" });
    const [ada, bob] = [await makePerson(), await makePerson()];
    await act(ada, { action: "meeting" });
    const name = `Guest ${randomUUID().slice(0, 8)}`;
    const badge = {
      name,
      description: "Came once.",
      criteria: { action_type: "meeting", count: 1 },
    };
    expect(await refusal(callAs(ada).tokens.badge.create(badge))).toBe("FORBIDDEN operators_only");
    const { id } = await callAs(operator, "hub").tokens.badge.create(badge);
    const grant = (claims: Claims) =>
      asService((db) =>
        grantEarned(db, { memberId: claims.sub, platform: "hub", actionType: null }),
      );
    expect(await grant(ada)).toContain(name);
    expect(await grant(ada)).toEqual([]);
    expect(await grant(bob)).not.toContain(name);
    const holders = await callAs(operator, "hub").tokens.badge.listHolders({ id });
    expect(holders.map(({ userId }) => userId)).toEqual([ada.sub]);
  });

  it("are shown to everyone only when their holder shares them, and withdrawn with a reason", async () => {
    const operator = await makePerson({ role: "admin" });
    const [ada, bob] = [await makePerson({ name: "Ada" }), await makePerson()];
    await act(ada);
    const find = async () =>
      (await callAs(ada).tokens.badge.list()).find(({ title }) => title === "First Words");
    const id = (await find())?.earnedId ?? "";
    const visit = () => callAs(null).tokens.badge.get({ id });
    expect(await refusal(visit())).toBe("NOT_FOUND badge_not_found");
    expect(await refusal(callAs(bob).tokens.badge.share({ id, shared: true }))).toBe(
      "NOT_FOUND badge_not_found",
    );
    await callAs(ada).tokens.badge.share({ id, shared: true });
    expect(await visit()).toMatchObject({ name: "First Words", holder: "Ada" });
    const revoke = { id, reason: "It was copied from elsewhere." };
    expect(await refusal(callAs(bob).tokens.badge.revoke(revoke))).toBe("FORBIDDEN operators_only");
    await callAs(operator, "hub").tokens.badge.revoke(revoke);
    expect(await refusal(visit())).toBe("NOT_FOUND badge_not_found");
    await act(ada);
    expect(await find()).toMatchObject({ revokeReason: revoke.reason });
    const history = await adminQuery<{ event_type: string }>(
      "select event_type from badge_events where user_id = $1 order by created_at",
      [ada.sub],
    );
    expect(history.map((row) => row.event_type)).toEqual(["earned", "revoked"]);
  });
});

describe("a challenge", () => {
  const draft = {
    title: "Hundred pages",
    description: "Read together.",
    instructions: "Note the pages.",
  };

  async function setUp(change: object = {}, slug: PlatformSlug = "neothinkers") {
    const editor = await makePerson({ role: "editor" });
    const { id } = await callAs(editor, slug).tokens.challenge.create({ ...draft, ...change });
    return { editor, id };
  }

  it("is set up by editors and joined until it is full, however many come at once", async () => {
    const stranger = await makePerson();
    expect(await refusal(callAs(stranger).tokens.challenge.create(draft))).toBe(
      "FORBIDDEN editors_only",
    );
    const { id } = await setUp({ maxParticipants: 50 });
    const people = [];
    for (const _ of times(20)) {
      people.push(...(await Promise.all(times(10).map(() => makePerson()))));
    }
    const answers = await Promise.all(
      people.map((person) =>
        callAs(person, "neothinkers")
          .tokens.challenge.join({ id })
          .then(
            () => "in",
            (error: Error) => error.message,
          ),
      ),
    );
    expect(answers.filter((answer) => answer === "in")).toHaveLength(50);
    expect(new Set(answers)).toEqual(new Set(["in", "All places in this challenge are taken."]));
    const [row] = await adminQuery(
      `select current_participants as counted,
         (select count(*)::int from challenge_members where challenge_id = c.id) as members
       from collaborative_challenges c where id = $1`,
      [id],
    );
    expect(row).toEqual({ counted: 50, members: 50 });
  });

  it("splits its prize by contribution to the last unit, once", async () => {
    await fillTreasury("LOVE", "100");
    const { editor, id } = await setUp({ prize: "100", goal: "3" });
    const people = [await makePerson(), await makePerson(), await makePerson()];
    for (const person of people) {
      const api = callAs(person, "neothinkers").tokens.challenge;
      const contribution = { id: randomUUID(), challengeId: id, amount: "1" };
      expect(await refusal(api.contribute(contribution))).toBe("FORBIDDEN not_in_challenge");
      await api.join({ id });
      await api.join({ id });
      await api.contribute(contribution);
      await api.contribute(contribution);
    }
    expect(await refusal(callAs(people[0] ?? null).tokens.challenge.finish({ id }))).toBe(
      "FORBIDDEN editors_only",
    );
    const ends = await Promise.all(
      times(4).map(() => callAs(editor, "neothinkers").tokens.challenge.finish({ id })),
    );
    expect(ends.filter((end) => end.reached)).toHaveLength(1);
    const balances = await Promise.all(
      people.map(async (person) => (await callAs(person).tokens.balance.get()).balances.LOVE),
    );
    expect(sum(balances)).toBe("100");
    expect(balances.toSorted()).toEqual(["33.333333", "33.333333", "33.333334"]);
    expect(await asService((db) => finishChallenge(db, id))).toEqual({
      reached: false,
      shares: [],
    });
    expect(await asService(listBalanceDifferences)).toEqual([]);
  });

  it("pays nothing below its goal, and waits for a treasury that cannot pay", async () => {
    const poor = await setUp({ prize: "900000000", token: "LIFE" });
    const member = await makePerson();
    const api = callAs(member, "neothinkers").tokens.challenge;
    await api.join({ id: poor.id });
    await api.contribute({ id: randomUUID(), challengeId: poor.id, amount: "1" });
    expect(
      await refusal(callAs(poor.editor, "neothinkers").tokens.challenge.finish({ id: poor.id })),
    ).toBe("PRECONDITION_FAILED treasury_short");
    const missed = await setUp({ prize: "10", goal: "50" });
    expect(
      await callAs(missed.editor, "neothinkers").tokens.challenge.finish({ id: missed.id }),
    ).toEqual({ reached: false, shares: [] });
    expect(await refusal(api.join({ id: missed.id }))).toBe("PRECONDITION_FAILED challenge_over");
  });

  it("counts rewarded actions by itself, and uncounts those taken back", async () => {
    const { id } = await setUp({ actionType: "post" }, "immortals");
    const ada = await makePerson();
    const api = callAs(ada, "immortals").tokens.challenge;
    await api.join({ id });
    const key = `post:${randomUUID()}`;
    await act(ada, { key });
    await act(ada);
    expect((await api.get({ id })).challenge).toMatchObject({ own: "2", total: "2" });
    await asMember(ada, (db) => inTransaction(db, (tx) => reverseAward(tx, key)));
    expect((await api.get({ id })).challenge.own).toBe("1");
    expect(await refusal(api.contribute({ id: randomUUID(), challengeId: id, amount: "5" }))).toBe(
      "PRECONDITION_FAILED counts_itself",
    );
  });
});

describe("an invitation", () => {
  async function invite() {
    const [ada, bob] = [await makePerson({ name: "Ada" }), await makePerson({ name: "Bob" })];
    await adminQuery("insert into referrals (referrer_id, referred_id) values ($1, $2)", [
      ada.sub,
      bob.sub,
    ]);
    return { ada, bob };
  }

  it("is paid once, and only when the invited member has become active", async () => {
    const { ada, bob } = await invite();
    const bonus = async () =>
      (await callAs(ada, "ascenders").tokens.referral.list()).referrals[0]?.bonus;
    const work = (days: number) => act(bob, { platform: "ascenders", at: daysAgo(days) });
    await work(3);
    await work(3);
    await work(2);
    expect(await bonus()).toBeNull();
    await adminQuery(
      `insert into user_onboarding (user_id, platform, completed_at) values ($1, 'ascenders', now())
       on conflict (user_id, platform) do update set completed_at = now()`,
      [bob.sub],
    );
    await Promise.all(times(8).map(() => work(1)));
    expect(await bonus()).toBe("100");
    expect((await callAs(ada).tokens.balance.get()).balances.LIVE).toBe("100");
    const [seen] = (await callAs(bob).tokens.referral.list()).referrals;
    expect(seen).toMatchObject({ invited: false, name: "Ada", status: "qualified", bonus: "100" });
    const rows = await adminQuery(
      `select b.bonus_amount = e.amount as same, e.credit_account = b.referrer_id as paid
       from referral_bonuses b join gamification_events e on e.id = b.ledger_entry_id where b.referrer_id = $1`,
      [ada.sub],
    );
    expect(rows).toEqual([{ same: true, paid: true }]);
  });

  it("of oneself cannot even be written", async () => {
    const ada = await makePerson();
    await expect(
      adminQuery("insert into referrals (referrer_id, referred_id) values ($1, $1)", [ada.sub]),
    ).rejects.toThrow("referrals_self_check");
  });

  it("has one code of its own, however often it is asked for", async () => {
    const ada = await makePerson();
    const first = await callAs(ada).tokens.referral.create();
    expect(await callAs(ada).tokens.referral.create()).toEqual(first);
    expect((await callAs(ada).tokens.referral.list()).code).toEqual(first);
  });
});

describe("a hold", () => {
  const ring = (members: readonly Claims[]) => ({
    members: members.map(({ sub }) => sub),
    inside: 20,
    givenInside: 1,
    receivedInside: 1,
  });

  async function held() {
    const ada = await makePerson();
    await asService((db) => holdRing(db, ring([ada])));
    const award = await act(ada);
    const [hold] = await callAs(ada).tokens.hold.get();
    return { ada, award, id: hold?.id ?? "", hold };
  }
  const balance = async (claims: Claims) =>
    (await callAs(claims).tokens.balance.get()).balances.LIFE;

  it("keeps awards back with a reason, opens once, and is paid in full when released", async () => {
    const { ada, award, id, hold } = await held();
    expect(award).toMatchObject({ held: true, entryId: null, total: "131" });
    expect(hold).toMatchObject({ status: "held", waiting: 1, waitingTotals: { LIFE: 131 } });
    expect(hold).not.toHaveProperty("evidence");
    expect(await asService((db) => holdRing(db, ring([ada])))).toBe(0);
    expect(await balance(ada)).toBe("0");
    const operator = await makePerson({ role: "admin" });
    const decide = { id, decision: "released", note: "A real study group." } as const;
    expect(await refusal(callAs(ada).tokens.hold.decide(decide))).toBe("FORBIDDEN operators_only");
    expect(await callAs(operator, "hub").tokens.hold.decide(decide)).toEqual({ paid: 1 });
    expect(await refusal(callAs(operator, "hub").tokens.hold.decide(decide))).toBe(
      "PRECONDITION_FAILED hold_decided",
    );
    expect(await balance(ada)).toBe("131");
    expect((await act(ada, { action: "comment" }))?.held).toBe(false);
    expect(await asService((db) => holdRing(db, ring([ada])))).toBe(0);
  });

  it("is appealed by its member alone, and refuses the awards when confirmed", async () => {
    const { ada, id } = await held();
    const bob = await makePerson();
    const operator = await makePerson({ role: "admin" });
    const appeal = { id, text: "We simply read the same books." };
    expect(await refusal(callAs(bob).tokens.hold.appeal(appeal))).toBe("NOT_FOUND hold_not_found");
    await callAs(ada).tokens.hold.appeal(appeal);
    expect(await refusal(callAs(ada).tokens.hold.appeal(appeal))).toBe(
      "PRECONDITION_FAILED hold_answered",
    );
    const [first] = await callAs(operator, "hub").tokens.hold.list({});
    expect(first).toMatchObject({ status: "appealed" });
    await callAs(operator, "hub").tokens.hold.decide({
      id,
      decision: "confirmed",
      note: "The pattern is plain.",
    });
    expect(await balance(ada)).toBe("0");
    const news = await adminQuery<{ kind: string }>(
      "select kind from notifications where user_id = $1 order by created_at",
      [ada.sub],
    );
    expect(news.map((row) => row.kind)).toEqual(["award_held", "appeal_decided"]);
  });

  it("ends for what is removed meanwhile", async () => {
    const ada = await makePerson();
    await asService((db) => holdRing(db, ring([ada])));
    const key = `post:${randomUUID()}`;
    await act(ada, { key });
    await asMember(ada, (db) => inTransaction(db, (tx) => reverseAward(tx, key)));
    expect((await callAs(ada).tokens.hold.get())[0]?.waiting).toBe(0);
  });
});

describe("any input", () => {
  it("never ends in a fault of the server", async () => {
    const operator = await makePerson({ role: "admin" });
    const text = fc.oneof(fc.string(), fc.uuid(), fc.constantFrom("1", "post", "0"));
    const token = fc.constantFrom(...tokenTypes);
    const slug = fc.constantFrom(...Object.values(platforms).map((each) => each.slug));
    await fc.assert(
      fc.asyncProperty(text, text, token, slug, fc.double(), async (one, two, of, site, number) => {
        const { tokens } = callAs(operator, "hub");
        const calls = [
          () => tokens.leaderboard.list({ token: of, site, teamId: one }),
          () => tokens.badge.share({ id: one, shared: true }),
          () => tokens.badge.get({ id: two }),
          () => tokens.badge.listHolders({ id: one }),
          () =>
            tokens.badge.create({
              name: one,
              description: two,
              criteria: { action_type: two, count: number },
            }),
          () => tokens.badge.revoke({ id: one, reason: two }),
          () => tokens.challenge.get({ id: one }),
          () => tokens.challenge.join({ id: one }),
          () => tokens.challenge.leave({ id: one }),
          () => tokens.challenge.contribute({ id: one, challengeId: two, amount: String(number) }),
          () => tokens.challenge.finish({ id: two }),
          () => tokens.hold.appeal({ id: one, text: two }),
          () => tokens.hold.decide({ id: one, decision: "released", note: two }),
        ];
        for (const call of calls) {
          const answer = await call().then(
            () => "fine",
            (error: { code?: string }) => error.code,
          );
          expect(answer).not.toBe("INTERNAL_SERVER_ERROR");
        }
      }),
      { numRuns: 30 },
    );
  });

  it("of a stranger is refused everywhere", async () => {
    const { tokens } = callAs(null);
    const id = randomUUID();
    const calls = [
      tokens.leaderboard.list({}),
      tokens.leaderboard.get(),
      tokens.badge.list(),
      tokens.challenge.list(),
      tokens.challenge.join({ id }),
      tokens.referral.list(),
      tokens.referral.create(),
      tokens.hold.get(),
      tokens.hold.list({}),
      tokens.streak.get(),
      tokens.sink.list(),
    ];
    for (const call of calls) {
      expect(await refusal(call)).toBe("UNAUTHORIZED sign_in_required");
    }
  });
});
