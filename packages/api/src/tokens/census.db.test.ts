import { randomUUID } from "node:crypto";
import { asMember, asOperator, inTransaction } from "@neothink/db/core/identity";
import { closePool } from "@neothink/db/core/pool";
import { adminQuery, makePerson } from "@neothink/db/core/test-people";
import { type CensusCount, countCensus } from "@neothink/db/tokens/census-snapshots";
import { TRPCError } from "@trpc/server";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { callAs, refusal } from "../core/test-caller.ts";
import { awardAction } from "./award.ts";
import { diffCensus, midnightOf, takeCensus } from "./census.ts";
import { testSimulation } from "./test-rules.ts";

afterAll(closePool);

const step = <T>(fn: Parameters<typeof asOperator<T>>[1]): Promise<T> =>
  asOperator({ actorId: null, reason: "census:take" }, fn);

const day = 86_400_000;

async function award(memberId: string, at: Date): Promise<void> {
  await asMember({ sub: memberId, role: "authenticated" }, (db) =>
    inTransaction(db, (transaction) =>
      awardAction(transaction, {
        memberId,
        platform: "ascenders",
        action: "post",
        key: `post:${randomUUID()}`,
        at,
      }),
    ),
  );
}

/** A team whose only members are these, each from a day to a day. */
async function team(founder: string): Promise<string> {
  const [row] = await adminQuery<{ id: string }>(
    "insert into teams (name, created_by) values ($1, $2) returning id",
    [`Census ${randomUUID()}`, founder],
  );
  const id = row?.id ?? "";
  await adminQuery("delete from team_memberships where team_id = $1", [id]);
  return id;
}

const ofTeam = (counts: readonly CensusCount[], id: string): CensusCount | undefined =>
  counts.find(({ scopeId }) => scopeId === id);

describe("the census", () => {
  it("counts a past day from ledger and stays, the same before and after more has happened", async () => {
    const [ada, bea] = await Promise.all([makePerson(), makePerson()]);
    const id = await team(ada.sub);
    const past = new Date(Date.now() - 20 * day);
    await adminQuery(
      `insert into team_memberships (team_id, user_id, joined_at, left_at) values
         ($1, $2, $4::timestamptz - interval '5 days', null),
         ($1, $3, $4::timestamptz - interval '5 days', $4::timestamptz + interval '3 days')`,
      [id, ada.sub, bea.sub, past],
    );
    await award(ada.sub, new Date(past.getTime() - day));
    await award(bea.sub, new Date(past.getTime() - 10 * day));
    const before = await step((db) => countCensus(db, past));
    expect(ofTeam(before, id)).toMatchObject({
      scope: "team",
      population: 2,
      assets: "202",
      activity: 1,
    });

    await award(ada.sub, new Date());
    const after = await step((db) => countCensus(db, past));
    expect(ofTeam(after, id)).toEqual(ofTeam(before, id));
    const today = await step((db) => countCensus(db, new Date()));
    expect(ofTeam(today, id)).toMatchObject({ population: 1, activity: 1 });
    const differs = diffCensus(before, today).find(({ name }) => name === ofTeam(before, id)?.name);
    expect(differs).toMatchObject({ population: -1, activity: 0 });
  });

  it("is kept once a day, and what is kept equals what is recomputed", async () => {
    const ada = await makePerson();
    const id = await team(ada.sub);
    await adminQuery(
      "insert into team_memberships (team_id, user_id, joined_at) values ($1, $2, now() - interval '400 days')",
      [id, ada.sub],
    );
    const now = new Date(Date.now() + 400 * day);
    expect(await takeCensus(step, now)).toBeGreaterThan(0);
    expect(await takeCensus(step, now)).toBe(0);
    const at = midnightOf(now);
    const bea = await makePerson();
    await adminQuery(
      "insert into team_memberships (team_id, user_id, joined_at) values ($1, $2, $3)",
      [id, bea.sub, new Date(at.getTime() + day)],
    );
    const [kept] = await adminQuery<{ population: number; assets: string; activity: number }>(
      `select population, trim_scale(assets)::text as assets, activity_count as activity
       from census_snapshots where scope_id = $1 and snapshot_at = $2`,
      [id, at],
    );
    const again = ofTeam(await step((db) => countCensus(db, at)), id);
    expect(again).toMatchObject({ ...kept });
  });

  it("leaves simulated runs out, and keeps their counts apart", async () => {
    const operator = await makePerson({ role: "admin" });
    const { simulations, census } = callAs(operator, "hub").tokens;
    const parameters = testSimulation();
    const { id } = await simulations.create({ scenarioName: "Test", parameters });
    const run = await simulations.get({ id });
    expect(run).toMatchObject({ status: "completed", progress: 100, parameters: { seed: 7 } });
    expect(run.summary?.actions).toBeGreaterThan(0);
    expect(run.details?.series).toHaveLength(parameters.days);

    const again = await simulations.create({ scenarioName: "Test", parameters });
    expect((await simulations.get(again)).summary).toEqual(run.summary);

    const [{ rows } = { rows: 0 }] = await adminQuery<{ rows: number }>(
      "select count(*)::int as rows from census_snapshots where simulation_run_id = $1",
      [id],
    );
    expect(rows).toBe(9);
    const network = await census.list({ scope: "network", days: 30 });
    expect(
      network.flatMap(({ points }) => points).every(({ population }) => population !== 60),
    ).toBe(true);
  });

  it("lets nobody but operators simulate, and each see only their own runs", async () => {
    const [operator, other, member] = await Promise.all([
      makePerson({ role: "admin" }),
      makePerson({ role: "admin" }),
      makePerson(),
    ]);
    const parameters = testSimulation({ members: 5, days: 5 });
    const { id } = await callAs(operator, "hub").tokens.simulations.create({
      scenarioName: "Mine",
      parameters,
    });
    const others = callAs(other, "hub").tokens.simulations;
    expect(await refusal(others.get({ id }))).toBe("NOT_FOUND run_not_found");
    expect(await refusal(others.delete({ id }))).toBe("NOT_FOUND run_not_found");
    expect(await refusal(others.cancel({ id }))).toBe("PRECONDITION_FAILED run_over");
    const tokens = callAs(member, "hub").tokens;
    expect(await refusal(tokens.simulations.list())).toMatch(/^FORBIDDEN/);
    expect(await refusal(callAs(null).tokens.census.list({}))).toMatch(/^UNAUTHORIZED/);
    await callAs(operator, "hub").tokens.simulations.delete({ id });
    const left = await adminQuery("select 1 from census_snapshots where simulation_run_id = $1", [
      id,
    ]);
    expect(left).toEqual([]);
    expect(await callAs(operator, "hub").tokens.simulations.list()).toEqual([]);
  });

  it("answers any nonsense with a refusal", async () => {
    const operator = await makePerson({ role: "admin" });
    const tokens = callAs(operator, "hub").tokens;
    const doors = [
      tokens.simulations.create,
      tokens.simulations.get,
      tokens.simulations.cancel,
      tokens.simulations.delete,
      tokens.census.list,
      tokens.ledger.list,
      tokens.ledger.get,
      tokens.ledger.reverse,
      tokens.epochs.list,
      tokens.pseudonym.get,
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...doors),
        fc.oneof(
          fc.anything(),
          fc.record({ id: fc.oneof(fc.uuid(), fc.bigInt().map(String)), reason: fc.string() }),
          fc.record({
            who: fc.string(),
            cursor: fc.string(),
            from: fc.string(),
            days: fc.integer(),
          }),
        ),
        async (door, input) => {
          const answer = await Reflect.apply(door, undefined, [input]).then(
            () => "done",
            (error: unknown) => (error instanceof TRPCError ? error.code : String(error)),
          );
          expect(["done", "BAD_REQUEST", "NOT_FOUND", "PRECONDITION_FAILED"]).toContain(answer);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("stops a run that is cancelled", async () => {
    const operator = await makePerson({ role: "admin" });
    const { simulations } = callAs(operator, "hub").tokens;
    const parameters = testSimulation({ members: 20_000, days: 1000 });
    const started = simulations.create({ scenarioName: "Long", parameters });
    let id: string | undefined;
    while (id === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      id = (await simulations.list()).find(({ status }) => status === "running")?.id;
    }
    await simulations.cancel({ id });
    await started;
    expect(await simulations.get({ id })).toMatchObject({ status: "failed", notes: "Cancelled." });
  });
});
