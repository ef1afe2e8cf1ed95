import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { pgFailure } from "../core/errors.ts";
import { asMember, type Claims } from "../core/identity.ts";
import { closePool } from "../core/pool.ts";
import { adminQuery, makePerson } from "../core/test-people.ts";

afterAll(closePool);

async function foundTeam(founder: Claims, joinPolicy = "open"): Promise<string> {
  const row = await asMember(founder, (db) =>
    db
      .insertInto("teams")
      .values({ name: `Team ${randomUUID()}`, created_by: founder.sub, join_policy: joinPolicy })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return row.id;
}

function join(claims: Claims, teamId: string, role = "member"): Promise<unknown> {
  return asMember(claims, (db) =>
    db.insertInto("team_members").values({ team_id: teamId, user_id: claims.sub, role }).execute(),
  );
}

async function propose(claims: Claims, teamId: string): Promise<string> {
  const row = await asMember(claims, (db) =>
    db
      .insertInto("proposals")
      .values({ team_id: teamId, created_by: claims.sub, title: "A quest" })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return row.id;
}

function vote(claims: Claims, proposalId: string, value: string): Promise<unknown> {
  return asMember(claims, (db) =>
    db
      .insertInto("votes")
      .values({ proposal_id: proposalId, user_id: claims.sub, vote_value: value })
      .onConflict((conflict) =>
        conflict.columns(["proposal_id", "user_id"]).doUpdateSet({ vote_value: value }),
      )
      .execute(),
  );
}

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => pgFailure(error)?.code,
  );
}

describe("a team", () => {
  it("has its founder as administrator and remembers every stay", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const team = await foundTeam(ada);
    await join(bob, team);
    await asMember(bob, (db) =>
      db.deleteFrom("team_members").where("user_id", "=", bob.sub).execute(),
    );
    await join(bob, team);
    const roles = await adminQuery(
      "select role from team_members where team_id = $1 order by role",
      [team],
    );
    expect(roles).toEqual([{ role: "admin" }, { role: "member" }]);
    const stays = await adminQuery(
      `select left_at is null as lasting from team_memberships
       where team_id = $1 and user_id = $2 order by left_at nulls last`,
      [team, bob.sub],
    );
    expect(stays).toEqual([{ lasting: false }, { lasting: true }]);
  });

  it("is joined freely only when it is open, and never as its administrator", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    expect(await codeOf(join(bob, await foundTeam(ada, "request")))).toBe("42501");
    expect(await codeOf(join(bob, await foundTeam(ada), "admin"))).toBe("42501");
  });
});

describe("a vote", () => {
  it("is cast once by each member of the team, and changes only while the vote is open", async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    const team = await foundTeam(ada);
    const proposal = await propose(ada, team);
    expect(await codeOf(vote(ada, proposal, "yes"))).toBe("42501");
    await adminQuery("update proposals set status = 'open' where id = $1", [proposal]);
    expect(await codeOf(vote(bob, proposal, "yes"))).toBe("42501");
    await vote(ada, proposal, "yes");
    await vote(ada, proposal, "no");
    await adminQuery("update proposals set voting_ends_at = now() where id = $1", [proposal]);
    expect(await codeOf(vote(ada, proposal, "yes"))).toBe("42501");
    expect(
      await adminQuery("select vote_value from votes where proposal_id = $1", [proposal]),
    ).toEqual([{ vote_value: "no" }]);
  });

  it("cannot be decided by the proposer", async () => {
    const ada = await makePerson();
    const proposal = await propose(ada, await foundTeam(ada));
    const approve = asMember(ada, (db) =>
      db.updateTable("proposals").set({ status: "approved" }).where("id", "=", proposal).execute(),
    );
    expect(await codeOf(approve)).toBe("42501");
  });
});

describe("a proposal to the network", () => {
  it("begins as a draft without a stake; members write neither stake nor ballots", async () => {
    const ada = await makePerson();
    const draft = { user_id: ada.sub, title: "A change", description: "Why" };
    const insert = (values: Record<string, unknown>) =>
      asMember(ada, (db) =>
        db
          .insertInto("governance_proposals")
          .values({ ...draft, ...values })
          .execute(),
      );
    expect(await codeOf(insert({ status: "draft" }))).toBeUndefined();
    expect(await codeOf(insert({}))).toBe("42501");
    expect(await codeOf(insert({ status: "draft", stake: 100 }))).toBe("42501");
    const ballot = asMember(ada, (db) =>
      db
        .insertInto("governance_ballots")
        .values({ proposal_id: randomUUID(), user_id: ada.sub, vote_value: "yes", weight: 34 })
        .execute(),
    );
    expect(await codeOf(ballot)).toBe("42501");
  });
});
