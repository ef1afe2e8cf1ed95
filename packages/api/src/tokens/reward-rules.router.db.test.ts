import { randomUUID } from "node:crypto";
import { asMember, asOperator, type Claims, inTransaction } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { countStatements } from "@neothink/db/core/statements";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { TRPCError } from "@trpc/server";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../core/errors.ts";
import { callAs, refusal } from "../core/test-caller.ts";
import { awardAction } from "./award.ts";
import type { SiteRules } from "./reward-rules.schema.ts";
import type { VersionedRules } from "./reward-rules.ts";
import { simulateOnLedger } from "./reward-rules-preview.ts";

// Immortals alone, so that suites which rely on the figures of the other platforms are not disturbed.
const site = "immortals";
// A week long ago, in which nobody else was paid.
const period = { since: new Date("2003-03-03T09:00:00Z"), until: new Date("2003-03-10T09:00:00Z") };
let operator: Claims;
let people: Claims[] = [];

async function act(claims: Claims, action: string, at: Date): Promise<void> {
  await asMember(claims, (db) =>
    inTransaction(db, (transaction) =>
      awardAction(transaction, {
        memberId: claims.sub,
        platform: site,
        action,
        key: `${action}:${randomUUID()}`,
        at,
      }),
    ),
  );
}

function effectOf(rules: SiteRules): ReturnType<typeof simulateOnLedger> {
  return asOperator({ actorId: operator.sub, reason: "reward_rules:preview" }, (db) =>
    simulateOnLedger(db, rules, period),
  );
}

async function rulesNow(): Promise<VersionedRules> {
  const rules = (await callAs(operator, "hub").tokens.rules.list()).find(
    (one) => one.site === site,
  );
  if (!rules) {
    throw new Error("The rules are missing.");
  }
  return rules;
}

beforeAll(async () => {
  operator = await makePerson({ role: "admin" });
  people = await Promise.all(Array.from({ length: 12 }, () => makePerson()));
  const start = period.since.getTime();
  for (const [index, one] of people.entries()) {
    for (let day = 0; day <= index % 5; day += 1) {
      const at = new Date(start + day * 86_400_000);
      await act(one, "post", at);
      await act(one, "comment", new Date(at.getTime() + 1000));
    }
  }
}, 120_000);

afterAll(closePool);

describe("the preview of rules", () => {
  it("finds that the rules in force would have paid what was paid", async () => {
    const { version: _, ...rules } = await rulesNow();
    const effect = await effectOf(rules);
    expect(effect.awards).toBeGreaterThan(40);
    expect(effect.members).toBe(people.length);
    expect(effect.after).toBe(effect.before);
    expect([effect.gain, effect.lose]).toEqual([0, 0]);
  });

  it("shows who would have gained, by tenths of what they earned", async () => {
    const { version: _, ...rules } = await rulesNow();
    const doubled = rules.actions.map((one) =>
      one.type === "comment" ? { ...one, weight: "0.4" } : one,
    );
    const effect = await effectOf({
      ...rules,
      actions: doubled,
    });
    expect(Number(effect.after)).toBeGreaterThan(Number(effect.before));
    expect(effect.lose).toBe(0);
    expect(effect.gain).toBeGreaterThanOrEqual(people.length);
    expect(effect.deciles.map(({ decile }) => decile)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const counted = effect.deciles.reduce((sum, { members }) => sum + members, 0);
    expect(counted).toBe(effect.members);
    const none = await effectOf({
      ...rules,
      actions: rules.actions.map((one) => ({ ...one, active: false })),
    });
    expect(none.gain).toBe(0);
    expect(none.lose).toBeGreaterThanOrEqual(people.length);
    expect(await rulesNow()).toMatchObject({ actions: rules.actions });
  });

  it("looks at the last days when an operator asks", async () => {
    const { version: _, ...rules } = await rulesNow();
    await act(people[0] ?? operator, "lesson", new Date());
    const effect = await callAs(operator, "hub").tokens.rules.preview({ ...rules, days: 7 });
    expect(effect).toMatchObject({ days: 7, cut: false });
    expect(effect.awards).toBeGreaterThan(0);
  });

  it("carries the changed balances along: an earlier halving reaches the later awards", async () => {
    const { version: _, ...rules } = await rulesNow();
    const effect = await effectOf({
      ...rules,
      figures: { ...rules.figures, diminishingThreshold: "150" },
    });
    expect(Number(effect.after)).toBeLessThan(Number(effect.before));
    // Whoever posted once stays below the threshold and loses nothing.
    expect(effect.lose).toBeLessThan(effect.members);
  });
});

describe("saving rules", () => {
  it("puts them into force with the old and the new in the audit trail", async () => {
    const before = await rulesNow();
    const changed = { ...before, figures: { ...before.figures, collabBonus: "51" } };
    const saved = await callAs(operator, "hub").tokens.rules.update(changed);
    expect(saved.figures.collabBonus).toBe("51");
    const trail = await adminQuery<{ old: string; new: string }>(
      `select old_data -> 'figures' ->> 'collabBonus' as old, new_data -> 'figures' ->> 'collabBonus' as new
       from audit_logs where user_id = $1 and action = 'reward_rules:update'`,
      [operator.sub],
    );
    expect(trail).toEqual([{ old: before.figures.collabBonus, new: "51" }]);

    // Sent again it is done already; a change from the old version is refused.
    expect(await callAs(operator, "hub").tokens.rules.update(changed)).toEqual(saved);
    const stale = { ...before, figures: { ...before.figures, collabBonus: "52" } };
    expect(await refusal(callAs(operator, "hub").tokens.rules.update(stale))).toBe(
      "CONFLICT rules_changed",
    );
    await callAs(operator, "hub").tokens.rules.update({ ...before, version: saved.version });
  });

  it("names the field that is wrong", async () => {
    const rules = await rulesNow();
    const wrong = { ...rules, figures: { ...rules.figures, baseReward: "-5" } };
    const fields = await callAs(operator, "hub")
      .tokens.rules.update(wrong)
      .then(
        () => ({}),
        (error: unknown) => (error instanceof TRPCError ? refusalOf(error).fields : {}),
      );
    expect(Object.keys(fields)).toEqual(["figures.baseReward"]);
    const unknown = {
      ...rules,
      actions: [{ type: "nonsense", label: "N", weight: "1", points: 1, active: true }],
    };
    expect(await refusal(callAs(operator, "hub").tokens.rules.update(unknown))).toBe(
      "BAD_REQUEST unknown_action",
    );
  });

  it("refuses members, visitors and nonsense, and never fails for it", async () => {
    const { version: _, ...rules } = await rulesNow();
    const [member] = people;
    for (const who of [null, member ?? null]) {
      const tokens = callAs(who, "hub").tokens;
      expect(await refusal(tokens.rules.list())).toMatch(/^(UNAUTHORIZED|FORBIDDEN)/);
      expect(await refusal(tokens.rules.preview({ ...rules, days: 7 }))).toMatch(
        /^(UNAUTHORIZED|FORBIDDEN)/,
      );
      expect(await refusal(tokens.rules.update({ ...rules, version: "" }))).toMatch(
        /^(UNAUTHORIZED|FORBIDDEN)/,
      );
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(rules.figures)),
        fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.object()),
        async (name, value) => {
          const call = callAs(operator, "hub").tokens.rules.update;
          const figures: object = { ...rules.figures, [name]: value };
          const answer = await Reflect.apply(call, undefined, [
            { ...rules, figures, version: "none" },
          ]).then(
            () => "done",
            (error: unknown) => (error instanceof TRPCError ? error.code : String(error)),
          );
          expect(["BAD_REQUEST", "CONFLICT", "done"]).toContain(answer);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("asks the database a fixed number of times", async () => {
    const { statements } = await countStatements(() => callAs(operator, "hub").tokens.rules.list());
    expect(statements.length).toBeLessThanOrEqual(14);
  });
});
