import { randomUUID } from "node:crypto";
import { asMember, type Claims, inTransaction } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { countStatements } from "@neothink/db/core/statements";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import { awardAction } from "./award.ts";

let operator: Claims;
let ada: Claims;

async function award(claims: Claims): Promise<void> {
  await asMember(claims, (db) =>
    inTransaction(db, (transaction) =>
      awardAction(transaction, {
        memberId: claims.sub,
        platform: "ascenders",
        action: "post",
        key: `post:${randomUUID()}`,
      }),
    ),
  );
}

beforeAll(async () => {
  [operator, ada] = await Promise.all([makePerson({ role: "admin" }), makePerson({ name: "Ada" })]);
  await award(ada);
  await award(ada);
});

afterAll(closePool);

describe("the ledger explorer", () => {
  it("finds the movements of a member page by page, with both sides by name", async () => {
    const { ledger } = callAs(operator, "hub").tokens;
    const all = await ledger.list({ who: ada.sub });
    expect(all.items.map(({ eventType }) => eventType)).toEqual([
      "reward",
      "streak_bonus",
      "reward",
    ]);
    expect(all.items[0]).toMatchObject({ debitName: "Issuance", creditName: "Ada" });
    const first = await ledger.list({ who: ada.sub, limit: 2 });
    const second = await ledger.list({ who: ada.sub, limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items]).toEqual(all.items);
    expect(second.nextCursor).toBeNull();
    expect((await ledger.list({ who: ada.sub, event: "streak_bonus" })).items).toHaveLength(1);
    expect((await ledger.list({ who: ada.sub, to: "2020-01-01" })).items).toEqual([]);
    expect((await ledger.list({ who: "nobody@example.test" })).items).toEqual([]);
  });

  it("shows a movement with its formula, and takes the award back once, with a reason", async () => {
    const { ledger } = callAs(operator, "hub").tokens;
    const [last] = (await ledger.list({ who: ada.sub })).items;
    const id = last?.id ?? "";
    const { award: details } = await ledger.get({ id });
    expect(details?.formula.steps.map(({ name }) => name)).toContain("diminishing");

    expect(await refusal(ledger.reverse({ id, reason: " " }))).toBe("BAD_REQUEST invalid_input");
    const reversal = await ledger.reverse({ id, reason: "Copied from elsewhere" });
    expect(reversal.total).toBe(details?.total);
    expect(await refusal(ledger.reverse({ id, reason: "Once more" }))).toBe(
      "PRECONDITION_FAILED award_not_standing",
    );
    const trail = await adminQuery<{ reason: string }>(
      "select new_data ->> 'reason' as reason from audit_logs where user_id = $1 and action = 'award:reverse'",
      [operator.sub],
    );
    expect(trail).toEqual([{ reason: "Copied from elsewhere" }]);
    const told = await adminQuery<{ body: string }>(
      "select body from notifications where user_id = $1",
      [ada.sub],
    );
    expect(told.map(({ body }) => body)).toContainEqual(
      expect.stringContaining("Copied from elsewhere"),
    );
    const counter = (await ledger.list({ who: ada.sub })).items[0];
    expect(counter).toMatchObject({ eventType: "reversal", creditName: "Issuance" });
  });

  it("is for operators alone", async () => {
    for (const who of [null, ada]) {
      const { ledger } = callAs(who, "hub").tokens;
      const refused = /^(UNAUTHORIZED|FORBIDDEN)/;
      expect(await refusal(ledger.list({}))).toMatch(refused);
      expect(await refusal(ledger.get({ id: "1" }))).toMatch(refused);
      expect(await refusal(ledger.reverse({ id: "1", reason: "because" }))).toMatch(refused);
    }
    const { ledger } = callAs(operator, "hub").tokens;
    expect(await refusal(ledger.get({ id: "999999999999" }))).toBe("NOT_FOUND entry_not_found");
    expect(await refusal(ledger.list({ cursor: "x' or 1=1" }))).toBe("BAD_REQUEST invalid_input");
  });

  it("needs a fixed number of statements", async () => {
    const { statements } = await countStatements(() =>
      callAs(operator, "hub").tokens.ledger.list({}),
    );
    expect(statements.length).toBeLessThanOrEqual(8);
  });
});
